import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../text/text';
import { at, listAt, type Path } from './draft';
import { choice, group, place, text, tri, words, type Form } from './fields';
import { ownership } from './ownership';
import { ROLES, USERS } from './words';

/** The list of addresses without names, by its short name in the rules. */
const ADDRESSES = 'EL-ADDR';
/** The page asks for owners down to this step; a file may hold more. */
const DEEPEST = 6;

/** Step 2: who takes part, and who stands behind them. */
export function partiesStep(form: Form): TemplateResult {
  return html`
    <p>${say('deal-parties-lede')}</p>
    ${group(form, ['parties'], 'deal-party', () => ({}), (path) => party(form, path))}`;
}

function party(form: Form, path: Path): TemplateResult {
  const person = at(form.draft, [...path, 'person']) === true;
  return html`
    ${text(form, [...path, 'name'], 'deal-party-name')}
    ${choice(form, [...path, 'person'], 'deal-party-person', [[undefined, 'deal-party-entity'], [true, 'deal-party-natural']])}
    ${words(form, [...path, 'roles'], 'role', ROLES)}
    ${words(form, [...path, 'user'], 'deal-user', USERS)}
    ${place(form, [...path, 'country'], 'deal-party-country')}
    ${text(form, [...path, 'address'], 'deal-party-where')}
    ${choice(form, [...path, 'address_screening'], 'deal-party-address', [['no match', 'deal-party-address-none'], [[{ list: ADDRESSES, finding: 'same' }], 'deal-party-address-listed'], [undefined, 'deal-party-address-open']])}
    ${person ? nothing : behind(form, path)}`;
}

function behind(form: Form, path: Path): TemplateResult {
  const parent = at(form.draft, [...path, 'parent']);
  const other = typeof parent === 'object' ? parent : {};
  return html`
    ${place(form, [...path, 'headquarters'], 'deal-party-headquarters')}
    ${choice(form, [...path, 'parent'], 'deal-party-parent', [['itself', 'deal-party-parent-itself'], [other, 'deal-party-parent-other'], [undefined, 'deal-not-known']])}
    ${typeof parent === 'object' ? html`<div class="row">${text(form, [...path, 'parent', 'name'], 'deal-party-parent-name')}${place(form, [...path, 'parent', 'headquarters'], 'deal-party-parent-headquarters')}</div>` : nothing}
    <h4>${say('deal-owners')}</h4>
    <p class="hint">${say('deal-owners-hint')}</p>
    ${owners(form, path, 1)}
    ${listAt(form.draft, [...path, 'owners']).length > 0 ? ownership([at(form.draft, path)]) : nothing}`;
}

function owners(form: Form, path: Path, depth: number): TemplateResult {
  return group(form, [...path, 'owners'], 'deal-owner', () => ({}), (owner) => html`
    <div class="row">${text(form, [...owner, 'name'], 'deal-owner-name')}${text(form, [...owner, 'share_percent'], 'deal-owner-share', { short: true })}</div>
    ${tri(form, [...owner, 'controls'], 'deal-owner-controls')}
    ${choice(form, [...owner, 'last'], 'deal-owner-last', [[true, 'deal-owner-last-yes'], [undefined, 'deal-owner-last-no']])}
    ${at(form.draft, [...owner, 'last']) === true || depth >= DEEPEST ? nothing : owners(form, owner, depth + 1)}`);
}
