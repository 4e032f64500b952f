import { PROBE } from '../../seal';
import { channels } from './channels';

/** How one attempt ended. `unseen`: no refusal was seen in time, which is counted as a failure. */
export interface Attempt {
  id: string;
  outcome: 'refused' | 'out' | 'unseen';
  /** Who refused: the policy's directive, or the error. */
  by: string;
}

/** How long refusals are waited for, in milliseconds. They come within a few; a page without a policy would need a round trip. */
const PATIENCE = 1_500;

/** Attacks the page from inside, all ways at once, and tells each as it ends. */
export async function attack(told: (attempt: Attempt) => void): Promise<void> {
  const stage = document.createElement('div');
  stage.className = 'unseen';
  stage.inert = true;
  document.body.append(stage);
  const refusals = new Map<string, (by: string) => void>();
  const listen = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => refusals.get(blockedURI.split(PROBE)[1] ?? '')?.(effectiveDirective);
  document.addEventListener('securitypolicyviolation', listen);
  try {
    await Promise.all(channels((element) => stage.append(element)).map(async ({ id, attempt }) => {
      const refused = new Promise<Attempt>((done) => refusals.set(id, (by) => done({ id, outcome: 'refused', by })));
      const late = new Promise<Attempt>((done) => { setTimeout(() => done({ id, outcome: 'unseen', by: '' }), PATIENCE); });
      told(await Promise.race([refused, late, tried(id, attempt)]));
    }));
  } finally {
    document.removeEventListener('securitypolicyviolation', listen);
    stage.remove();
  }
}

/** Ends only when the attempt says something by itself. An error gives the policy's own word a moment to come first. */
async function tried(id: string, attempt: (to: string) => unknown): Promise<Attempt> {
  try {
    if ((await attempt(new URL(`${PROBE}${id}`, document.baseURI).href)) === true) return { id, outcome: 'out', by: '' };
  } catch (error) {
    await new Promise((done) => { setTimeout(done, 100); });
    return { id, outcome: 'refused', by: (error as Error).name };
  }
  return new Promise(() => undefined);
}
