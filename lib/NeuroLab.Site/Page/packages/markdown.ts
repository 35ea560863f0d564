// A text cell's Markdown as HTML, as the exported page has it: tables, fences, formulas between dollar signs.
import { Marked, type TokenizerAndRendererExtension } from 'marked';

const titles: Readonly<Record<string, string>> = { csharp: 'C#', 'c#': 'C#', cs: 'C#', python: 'Python', py: 'Python' };

const formula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: source => source.indexOf('$'),
  tokenizer(source) {
    const found = /^(\$\$?)(?!\s)((?:\\.|[^\\$])+?)(?<!\s)\1(?!\d)/.exec(source);
    return found ? { type: 'formula', raw: found[0], latex: found[2], display: found[1] === '$$' } : undefined;
  },
  renderer: token => `<span class="math${token['display'] ? ' display' : ''}">${escaped(token['latex'] as string)}</span>`,
};

const formulaBlock: TokenizerAndRendererExtension = {
  name: 'formulaBlock',
  level: 'block',
  start: source => source.indexOf('$$'),
  tokenizer(source) {
    const found = /^\$\$\s*\n([\s\S]+?)\n\s*\$\$(?:\n|$)/.exec(source);
    return found ? { type: 'formulaBlock', raw: found[0], latex: found[1] } : undefined;
  },
  renderer: token => `<div class="math display">${escaped((token['latex'] as string).trim())}</div>\n`,
};

const marked = new Marked({
  extensions: [formula, formulaBlock],
  renderer: {
    code({ text, lang }) {
      const title = titles[lang?.toLowerCase() ?? ''];
      return `<div class="code"${title ? ` data-language="${title}"` : ''}><pre><code translate="no">${escaped(text)}</code></pre></div>\n`;
    },
  },
});

/** The HTML, as the text has it: what may stand in a page is for the page to say. */
export function toHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
