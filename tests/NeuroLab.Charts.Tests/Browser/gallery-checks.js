// What the tests ask of the gallery's page. Each function returns a list of complaints.
window.galleryChecks = (() => {
  const sections = () => Array.from(document.querySelectorAll('section'));
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  function shownTexts(section) {
    return Array.from(section.querySelectorAll('.neurolab-plot svg text')).filter((text) => {
      const style = getComputedStyle(text), box = text.getBoundingClientRect();
      return text.textContent.trim() && box.width > 0 && style.visibility !== 'hidden' && style.opacity !== '0' && !text.closest('.hoverlayer, .modebar');
    });
  }

  // Between the rows of a grid a caption has the room that was left for it.
  function captions(section) {
    const { meta, yaxis } = section.querySelector('.neurolab-plot')._fullLayout;
    if (!meta || !meta.grid) return [];
    const room = meta.grid.caption * yaxis._length / Math.abs(yaxis.range[1] - yaxis.range[0]);
    return Array.from(section.querySelectorAll('.annotation-text')).filter((text) => text.getBoundingClientRect().height > room + 2)
      .map((text) => `${section.id}: "${text.textContent}" covers the picture above it`);
  }

  // Cut off: outside the plot. Overlapping: more than the blank edges of two text boxes in each other.
  function textPlaces() {
    const complaints = [];
    for (const section of sections()) {
      complaints.push(...captions(section));
      const frame = section.querySelector('.neurolab-plot').getBoundingClientRect();
      const texts = shownTexts(section).map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      texts.forEach(({ words, box }, i) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
          complaints.push(`${section.id}: "${words}" is cut off`);
        }
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1.5 && down > 2.5) complaints.push(`${section.id}: "${words}" and "${other.words}" overlap`);
        }
      });
      for (const part of section.querySelectorAll('.nl-title, .nl-controls, .nl-controls *')) {
        if (part.getBoundingClientRect().right > document.documentElement.clientWidth + 1) complaints.push(`${section.id}: a control is cut off`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) complaints.push('the page scrolls sideways');
    return complaints;
  }

  // Moves every slider and menu to its other end, one after the other, and looks whether the drawing changes.
  async function controls() {
    const complaints = [];
    for (const section of sections()) {
      for (const control of section.querySelectorAll('input[type=range], select')) {
        const svg = () => Array.from(section.querySelectorAll('.neurolab-plot svg')).map((part) => part.innerHTML).join('');
        const before = svg(), start = control.value;
        control.value = control.tagName === 'SELECT' ? control.options.length - 1 : control.max;
        control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
        await wait(150);
        if (control.value === start || svg() === before) complaints.push(`${section.id}: ${control.getAttribute('aria-label')} changes nothing`);
      }
    }
    return complaints;
  }

  // Plotly compares the arguments of steps and buttons by identity and so complains of values that got reset to themselves.
  function validity() {
    return sections().flatMap((section) => {
      const figure = JSON.parse(section.querySelector('script').textContent);
      const ends = figure.frames.filter((_, i) => i === 0 || i === figure.frames.length - 1);
      const frames = ends.map((frame) => figure.data.map((trace, i) => Object.assign({}, trace, frame.data[frame.traces.indexOf(i)])));
      const layouts = ends.map((frame) => Object.assign({}, figure.layout, frame.layout));
      return [figure.data, ...frames].flatMap((data, i) => Plotly.validate(data, i ? layouts[i - 1] : figure.layout) || [])
        .map((complaint) => complaint.msg).filter((text) => !/\(set to '(.*)'\) got reset to '\1'/.test(text)).map((text) => `${section.id}: ${text}`);
    });
  }

  const numbers = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  function over(color, ground, opacity) {
    const [r, g, b, alpha = 1] = numbers(color), part = alpha * opacity;
    return [r, g, b].map((value, i) => value * part + ground[i] * (1 - part));
  }
  function luminance(color) {
    const [r, g, b] = color.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(first, second) {
    const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function cellColor(text) {
    const { zmin, zmax, colorscale } = text.closest('.hm').__data__[0].trace;
    const part = Math.min(1, Math.max(0, (text.__data__.z - zmin) / (zmax - zmin)));
    const next = Math.max(1, colorscale.findIndex(([at]) => at >= part));
    const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
    const [[from, low], [to, high]] = [colorscale[next - 1], colorscale[next]];
    return rgb(low).map((value, i) => value + (rgb(high)[i] - value) * (part - from) / (to - from));
  }

  // What a text stands on: a cell, a box of its own, shapes that lie below it, or the page.
  function groundOf(text, section, page) {
    if (text.closest('.heatmap-label')) return cellColor(text);
    const own = text.closest('.annotation-text-g')?.querySelector('rect.bg');
    if (own && getComputedStyle(own).fillOpacity !== '0' && numbers(own.style.fill).length >= 3 && own.style.fillOpacity !== '0') {
      return over(own.style.fill, page, Number(own.style.fillOpacity || 1));
    }
    const box = text.getBoundingClientRect();
    return Array.from(section.querySelectorAll('.shapelayer path')).reduce((ground, shape) => {
      const area = shape.getBoundingClientRect(), style = getComputedStyle(shape);
      const below = area.left < box.right && area.right > box.left && area.top < box.top + box.height / 2 && area.bottom > box.top + box.height / 2;
      return below && style.fill !== 'none' ? over(style.fill, ground, Number(style.fillOpacity)) : ground;
    }, page);
  }

  function contrasts() {
    const page = numbers(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    const complaints = [];
    for (const section of sections()) {
      for (const text of shownTexts(section)) {
        const ground = groundOf(text, section, page), style = getComputedStyle(text);
        const ratio = contrast(over(style.fill, ground, Number(style.fillOpacity) * Number(style.opacity)), ground);
        if (ratio < 4.5) complaints.push(`${section.id}: "${text.textContent}" has a contrast of ${ratio.toFixed(2)}`);
      }
      for (const part of section.querySelectorAll('.nl-title, .nl-controls button, .nl-controls select, .nl-controls output, .nl-controls span, summary')) {
        const ratio = contrast(over(getComputedStyle(part).color, page, 1), page);
        if (ratio < 4.5) complaints.push(`${section.id}: "${part.textContent}" has a contrast of ${ratio.toFixed(2)}`);
      }
    }
    return complaints;
  }

  return { textPlaces, controls, validity, contrasts };
})();
