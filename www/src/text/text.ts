import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from './en.ftl?raw';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(english));

/** A message by its name. An unknown name shows itself, so that a test finds it. */
export function say(name: string, values?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(name);
  return message?.value ? bundle.formatPattern(message.value, values ?? null) : `{${name}}`;
}
