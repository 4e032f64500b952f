// Text that wants to be more than text: what runs, what steers the direction of writing, what hides, what a spreadsheet or a template would take
// for a command. Each would leave its mark in `globalThis.ran`.
const RUN = 'globalThis.ran=1';

const PAYLOADS = [
  `<script>${RUN}</script>`, `<img src=x onerror=${RUN}>`, `<svg/onload=${RUN}>`, `<svg><script>${RUN}</script></svg>`, `<iframe srcdoc="<script>parent.ran=1</script>">`, `<math><mtext><img src=x onerror=${RUN}></math>`,
  `<a href="javascript:${RUN}">x</a>`, `<details open ontoggle=${RUN}>`, `<input autofocus onfocus=${RUN}>`, `<video><source onerror=${RUN}></video>`, `<style>@import 'x';*{display:none}</style>`, `<base href=//x>`,
  `<meta http-equiv=refresh content="0;url=x">`, `<form action=x><button>x</button></form>`, `<template shadowrootmode=open><script>${RUN}</script></template>`, `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `#{${RUN}}`,
  `javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `=HYPERLINK("http://x","${RUN}")`, `+cmd|' /C calc'!A0`, `@SUM(1+1)*${RUN}`, `'; DROP TABLE x;--`, `%3Cscript%3E${RUN}%3C/script%3E`, `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `</bdi></p></section><h1>${RUN}</h1>`, `</textarea><script>${RUN}</script>`, `--><script>${RUN}</script>`, `]]><script>${RUN}</script>`, `\u202e>tpircs/<1=nar.sihTlabolg>tpircs<`, `\u2066\u2067\u202d${RUN}`,
  `\u200b\u200c\u200d\u2060\ufeff${RUN}`, `a${'\u0301'.repeat(60)}`, `{ $name }${RUN}`, `../../${RUN}?#%00`,
];

const AROUND = [
  (text) => text, (text) => `Huawei ${text}`, (text) => `${text} Technologies`, (text) => `"${text}"`, (text) => `'${text}'`, (text) => `\`${text}\``, (text) => `">${text}`, (text) => `'>${text}`,
  (text) => `</script>${text}`, (text) => `\u0000${text}`, (text) => `\u202e${text}\u202c`, (text) => text.toUpperCase(), (text) => `محمد ${text}`, (text) => `${text}\u2028${text}`,
];

/** 504 of them. */
export const HOSTILE = PAYLOADS.flatMap((payload) => AROUND.map((around) => around(payload)));
