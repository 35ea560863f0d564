// Puts HTML that a cell wrote into the page where all of it is harmless, and into a frame of its own where not.

/** What HTML may hold to become part of the page; the exported page has the same rules. */
export interface HtmlRules {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly classes: readonly string[];
  readonly styles: readonly string[];
}

// Longer HTML than this stands in a frame, which needs no check.
const longestInPage = 500_000;

const addresses = new Set(['href', 'src', 'background', 'cite', 'longdesc']);

/** Whether an element with all that is in it may stand in the page. */
export function isHarmless(element: Element, rules: HtmlRules): boolean {
  return (
    rules.tags.includes(element.localName) &&
    element.namespaceURI === 'http://www.w3.org/1999/xhtml' &&
    [...element.attributes].every(attribute => isHarmlessAttribute(element, attribute, rules)) &&
    [...element.children].every(child => isHarmless(child, rules))
  );
}

function isHarmlessAttribute(element: Element, { name, value }: Attr, rules: HtmlRules): boolean {
  if (name === 'class') return value.split(/\s+/).every(part => part === '' || rules.classes.includes(part));
  if (name === 'style') return stylesOf(element).every(style => rules.styles.includes(style));
  if (name.startsWith('data-')) return true;
  if (!rules.attributes.includes(name)) return false;
  return !addresses.has(name) || isHarmlessAddress(element.localName, value);
}

function stylesOf(element: Element): string[] {
  const style = (element as HTMLElement).style;
  return Array.from({ length: style.length }, (_, i) => style.item(i));
}

function isHarmlessAddress(tag: string, value: string): boolean {
  return tag === 'a' ? /^(?:https?:|mailto:|#)/i.test(value) : /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(value);
}

/** The HTML as part of the page, or in a frame. title: what a screen reader calls the frame. */
export function foreignHtml(html: string, title: string, rules: HtmlRules, frames: Frames): HTMLElement {
  const box = document.createElement('div');
  box.className = 'html';
  if (html.length <= longestInPage) {
    // What is parsed here is not yet in the page, so nothing in it runs. The very nodes that are checked are shown.
    const { head, body } = new DOMParser().parseFromString(html, 'text/html');
    if (head.childElementCount === 0 && [...body.children].every(child => isHarmless(child, rules))) {
      box.append(...body.childNodes);
      return box;
    }
  }

  box.append(frames.show(html, title));
  return box;
}

/** Frames that have no access to the page; they only tell how tall they are. */
export class Frames {
  private readonly fill: (frame: HTMLIFrameElement) => void;

  /** fill: lets a frame hold the page that shows what it is sent. */
  constructor(fill: (frame: HTMLIFrameElement) => void) {
    this.fill = fill;
    addEventListener('message', event => this.hear(event));
  }

  show(html: string, title: string): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = title;
    this.fill(frame);
    frame.addEventListener('load', () => frame.contentWindow?.postMessage({ neurolabHtml: html }, '*'), { once: true });
    return frame;
  }

  private hear(event: MessageEvent): void {
    const height = (event.data as { neurolabHeight?: unknown } | null)?.neurolabHeight;
    if (typeof height !== 'number' || !Number.isFinite(height)) return;
    const frame = [...document.querySelectorAll('iframe')].find(candidate => candidate.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.min(Math.max(height, 24), 4000)}px`;
  }
}
