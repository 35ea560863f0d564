// Gives the parts of a chart their places, in pixels, so that nothing is cut off or covers anything else at any width.
(function () {
  "use strict";
  if (window.NeuroLabLayout) return;

  const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const pen = document.createElement("canvas").getContext("2d");
  const titleSize = 14, titleLine = 19, tickSize = 13, captionLine = 14;

  function textWidth(text, size) {
    pen.font = `${size}px ${family}`;
    const plain = text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    return pen.measureText(plain).width;
  }

  function wrap(text, size, width) {
    const lines = [];
    for (const word of text.split(/<br>| /)) {
      const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  // The title as it was given, before it was broken into lines.
  function plainTitle(axis) {
    if (!axis || !axis.title || !axis.title.text) return "";
    axis.plainTitle = axis.plainTitle || axis.title.text;
    return axis.plainTitle;
  }

  const barOf = (data, axis) => data.find(t => t.colorbar && t.showscale !== false && (t.xaxis || "x") === axis.replace("axis", ""));

  function tickRoom(axis) {
    if (axis.visible === false) return 0;
    if (axis.showticklabels === false) return 6;
    if (axis.ticktext && axis.type !== "category") return 12 + Math.max(...axis.ticktext.map(text => textWidth(text, tickSize)));
    return axis.tickformat === "d" ? 34 : 48;
  }

  // The names below bars and dots, broken into lines that fit into their place, or upright where a word does not.
  function fitNames(data, axis, name, plotWidth) {
    const bars = axis.type === "category", trace = data.find(t => (t.xaxis || "x") === name.replace("axis", ""));
    if (!bars && !axis.ticktext) return 1;
    const names = axis.names = axis.names || Array.from(bars ? (trace ? trace.x : []) : axis.ticktext, String);
    if (names.every(text => text.length <= 2)) return 1;
    const place = plotWidth / names.length - 4;
    const fits = names.every(text => text.split(" ").every(word => textWidth(word, tickSize) <= place));
    const lines = names.map(text => (fits ? wrap(text, tickSize, place) : [text]));
    if (bars) axis.tickvals = names;
    Object.assign(axis, { ticktext: lines.map(parts => parts.join("<br>")), tickangle: fits ? 0 : 90 });
    return fits ? Math.max(1, ...lines.map(parts => parts.length)) : Math.ceil(Math.max(...names.map(text => textWidth(text, tickSize))) / 17);
  }

  // What a panel needs beside its plot.
  function roomOf(data, layout, panel) {
    const x = layout[panel.xaxis], y = layout[panel.yaxis], bar = barOf(data, panel.xaxis);
    return {
      left: y.visible === false ? 6 : tickRoom(y) + (plainTitle(y) ? 26 : 4),
      right: bar ? 64 : 16,
      below: x.visible === false ? 12 : (x.showticklabels === false ? 8 : 30) + (plainTitle(x) ? 26 : 4),
    };
  }

  function legendHeight(data, layout, width) {
    const items = data.filter(t => t.showlegend && t.name).map(t => textWidth(t.name, 13) + 48);
    if (!layout.legend || !items.length) return 0;
    const inOneRow = items.reduce((sum, item) => sum + item, 0) <= width;
    const perRow = inOneRow ? items.length : Math.max(1, Math.floor(width / Math.max(...items)));
    return Math.ceil(items.length / perRow) * 20 + 12;
  }

  const isTitle = note => note.name === "panel title";

  function panelTitles(annotations, panels, room, plotWidth) {
    for (const note of (annotations || []).filter(isTitle)) {
      note.plain = note.plain || note.text;
      note.text = wrap(note.plain, titleSize, plotWidth + room.right - 8).join("<br>");
    }
  }

  const linesOfTitles = annotations => Math.max(0, ...(annotations || []).filter(isTitle).map(note => note.text.split("<br>").length));

  // Places panels in as many columns as fit; returns the height of the whole.
  function placePanels(chart, width) {
    const { data, layout, frames, meta } = chart, { panels } = meta;
    const rooms = panels.map(panel => roomOf(data, layout, panel));
    const room = { left: Math.max(...rooms.map(r => r.left)), right: Math.max(...rooms.map(r => r.right)), below: Math.max(...rooms.map(r => r.below)) };
    // Pictures without axes can be read when they are small.
    const narrowest = panels.every(panel => layout[panel.yaxis].visible === false) ? 130 : 170;
    const most = Math.max(1, Math.min(meta.columns || panels.length, Math.floor(width / (room.left + room.right + narrowest))));
    const rows = Math.ceil(panels.length / most);
    const across = Math.ceil(panels.length / rows);
    // Beside panels that may have any form, only pictures keep their own.
    const keepsForm = panels.every(panel => panel.aspect), hasForm = panel => keepsForm || panel.square;
    const widest = keepsForm ? Math.max(...panels.map(panel => panel.height * panel.aspect)) : width;
    const plotWidth = Math.min(widest, width / across - room.left - room.right);
    const column = plotWidth + room.left + room.right;
    const rearranged = panels.map(panel => fitPictures(chart, panel, plotWidth));
    room.below += 17 * (Math.max(...panels.map(panel => fitNames(data, layout[panel.xaxis], panel.xaxis, plotWidth))) - 1);
    for (const annotations of [layout.annotations, ...frames.map(f => f.layout && f.layout.annotations)]) panelTitles(annotations, panels, room, plotWidth);
    const lines = Math.max(linesOfTitles(layout.annotations), ...frames.map(f => linesOfTitles(f.layout && f.layout.annotations)));
    const above = lines ? lines * titleLine + 12 : 14;

    const legend = legendHeight(data, layout, width);
    const heights = panels.map((panel, i) => hasForm(panel) ? Math.min(rearranged[i] ? Infinity : panel.height, plotWidth / panel.aspect) : Math.min(panel.height, Math.max(190, plotWidth * 1.1)));
    const rowHeights = Array.from({ length: rows }, (_, row) => Math.max(...heights.slice(row * across, (row + 1) * across)));
    const tops = rowHeights.map((_, row) => rowHeights.slice(0, row).reduce((sum, h) => sum + above + h + room.below, legend) + above);
    const height = Math.round(tops[rows - 1] + rowHeights[rows - 1] + room.below);
    panels.forEach((panel, index) => {
      const row = Math.floor(index / across);
      const left = (index % across) * column + room.left;
      const top = tops[row];
      const wide = hasForm(panel) ? Math.min(plotWidth, rowHeights[row] * panel.aspect) : plotWidth;
      const high = hasForm(panel) ? wide / panel.aspect : rowHeights[row];
      const x = layout[panel.xaxis], y = layout[panel.yaxis];
      x.domain = [left / width, Math.min(1, (left + wide) / width)];
      y.domain = [Math.max(0, 1 - (top + high) / height), 1 - top / height];
      x.automargin = y.automargin = false;
      fitTitle(x, wide + room.right);
      fitTitle(y, high + 10);
      const bar = barOf(data, panel.xaxis);
      if (bar) Object.assign(bar.colorbar, { x: x.domain[1] + 4 / width, xpad: 2, y: (y.domain[0] + y.domain[1]) / 2, len: y.domain[1] - y.domain[0], thickness: 12, ypad: 2 });
    });
    layout.margin = { l: 0, r: 0, t: 0, b: 0, pad: 0, autoexpand: false };
    if (layout.legend) Object.assign(layout.legend, { x: 0, xanchor: "left", y: 1, yanchor: "top", tracegroupgap: 0 });
    return height;
  }

  function fitTitle(axis, length) {
    const text = plainTitle(axis);
    if (text) axis.title.text = wrap(text, titleSize, length).join("<br>");
  }

  // Long axis titles of a chart without panels are broken where the page is narrow.
  function fitTitles(chart, width, height) {
    const sides = (chart.layout.margin.l || 60) + 30, ends = (chart.layout.margin.b || 50) + 30;
    if (chart.layout.xaxis) {
      fitTitle(chart.layout.xaxis, width - sides);
      if (chart.layout.xaxis.ticktext) fitNames(chart.data, chart.layout.xaxis, "xaxis", width - sides);
    }
    if (chart.layout.yaxis) fitTitle(chart.layout.yaxis, height - ends);
  }

  // Pictures with captions, a chart's or a panel's: where there is no room for a line of letters above each, fewer stand in a row. Says whether they do.
  function fitPictures(chart, place, room) {
    const { grid } = place;
    if (!grid) return false;
    const most = Math.max(1, Math.min(grid.across, Math.floor(room * grid.caption / (captionLine * grid.width))));
    const rows = Math.ceil(grid.count / most), across = most === grid.across ? most : Math.ceil(grid.count / rows);
    const now = grid.now || grid.across;
    if (across !== now) place.aspect = rearrange(chart, grid, now, across, rows);
    return across !== grid.across;
  }

  function rearrange(chart, grid, now, across, rows) {
    const wide = across * grid.width - grid.gap, high = rows * grid.height - grid.gap;
    grid.now = across;
    const move = (trace, index) => { if (index === (grid.trace || 0) && trace.z) trace.z = moved(trace.z, grid, now, across, wide, high); };
    chart.data.forEach(move);
    for (const frame of chart.frames) frame.data.forEach((trace, i) => move(trace, frame.traces ? frame.traces[i] : i));
    for (const layout of [chart.layout, ...chart.frames.map(frame => frame.layout)]) {
      for (const note of (layout && layout.annotations || []).filter(note => note.name === "caption" && note.xref === (grid.xref || "x"))) {
        const column = Math.floor(note.x / grid.width), row = Math.floor(note.y / grid.height), index = row * now + column;
        note.x += (index % across - column) * grid.width;
        note.y += (Math.floor(index / across) - row) * grid.height;
      }
    }
    return wide / high;
  }

  function moved(z, grid, from, to, wide, high) {
    return Array.from({ length: high }, (_, y) => Array.from({ length: wide }, (_, x) => {
      const index = Math.floor(y / grid.height) * to + Math.floor(x / grid.width);
      const row = z[Math.floor(index / from) * grid.height + y % grid.height];
      const value = index < grid.count && row ? row[index % from * grid.width + x % grid.width] : null;
      return value === undefined ? null : value;
    }));
  }

  window.NeuroLabLayout = { placePanels, fitTitles, fitPictures };
})();
