// Sliders, play buttons and menus as the page's own elements, which a keyboard and a screen reader can reach.
(function () {
  "use strict";
  if (window.NeuroLabControls) return;

  function make(tag, properties, parent) {
    const element = Object.assign(document.createElement(tag), properties);
    if (parent) parent.appendChild(element);
    return element;
  }

  // redraw: heatmaps and bars don't change without it.
  const atOnce = { mode: "immediate", frame: { duration: 0, redraw: true }, transition: { duration: 0 } };

  function showFrame(chart, name) {
    const frame = chart.frames.find(f => f.name === name);
    if (!frame) return Promise.resolve();
    chart.shown = name;
    if (chart.heading && chart.titles[name]) chart.heading.textContent = chart.titles[name];
    return window.Plotly.animate(chart.plot, [name], atOnce).catch(() => {});
  }

  function addRange(parent, name, labels, active, onChange) {
    const range = make("input", { type: "range", min: 0, max: labels.length - 1, step: 1, value: active }, parent);
    const label = make("output", {}, parent);
    range.setAttribute("aria-label", name);
    function set(index) {
      range.value = index;
      label.textContent = labels[index] || "";
      range.setAttribute("aria-valuetext", label.textContent);
    }
    range.addEventListener("input", () => { set(Number(range.value)); onChange(Number(range.value)); });
    set(active);
    return { range, set };
  }

  function addSlider(chart, slider, parent) {
    const steps = slider.steps || [];
    const names = steps.map(step => step.args[0][0]);
    const playable = (chart.layout.updatemenus || []).some(menu => menu.type === "buttons");
    const play = make("button", { type: "button", textContent: "Play", hidden: !playable }, parent);
    const tick = Math.min(700, Math.max(150, 8000 / steps.length));
    let timer = 0;
    const control = addRange(parent, "Frame of the chart", steps.map(step => step.label), slider.active || 0, index => { pause(); showFrame(chart, names[index]); });

    function show(index) {
      control.set(index);
      showFrame(chart, names[index]);
    }
    function pause() {
      clearInterval(timer);
      timer = 0;
      play.textContent = "Play";
    }
    function start() {
      if (Number(control.range.value) >= steps.length - 1) show(0);
      play.textContent = "Pause";
      timer = setInterval(() => {
        if (!chart.plot.isConnected) return pause();
        const next = Number(control.range.value) + 1;
        if (next < steps.length) show(next);
        if (next >= steps.length - 1) pause();
      }, tick);
    }
    play.addEventListener("click", () => (timer ? pause() : start()));
  }

  // Frames that vary in two things get a slider for each: meta.controls says which, the second one varying fastest.
  function addTwoSliders(chart, controls, slider, parent) {
    const names = slider.steps.map(step => step.args[0][0]);
    const chosen = [0, 0];
    controls.forEach((control, index) => {
      const row = make("label", { className: "nl-control" }, parent);
      make("span", { textContent: control.name }, row);
      addRange(row, control.name, control.labels, 0, value => {
        chosen[index] = value;
        showFrame(chart, names[chosen[0] * controls[1].labels.length + chosen[1]]);
      });
    });
  }

  function addMenu(chart, menu, parent) {
    const wrapper = make("label", {}, parent);
    if (menu.name) make("span", { textContent: menu.name + " " }, wrapper);
    const select = make("select", {}, wrapper);
    select.setAttribute("aria-label", menu.name || "Choose what the chart shows");
    menu.buttons.forEach((button, index) => make("option", { value: index, textContent: button.label }, select));
    select.value = menu.active || 0;
    select.addEventListener("change", () => {
      const button = menu.buttons[select.value];
      if (button.method === "animate") showFrame(chart, button.args[0][0]);
      else if (["restyle", "relayout", "update"].includes(button.method)) window.Plotly[button.method](chart.plot, ...button.args);
    });
  }

  function build(chart) {
    const { sliders = [], updatemenus = [] } = chart.layout;
    const parent = make("div", { className: "nl-controls" });
    for (const slider of sliders) {
      if (chart.meta.controls) addTwoSliders(chart, chart.meta.controls, slider, parent);
      else addSlider(chart, slider, parent);
    }
    for (const menu of updatemenus) if ((menu.type || "dropdown") === "dropdown") addMenu(chart, menu, parent);
    delete chart.layout.sliders;
    delete chart.layout.updatemenus;
    if (parent.childElementCount) chart.plot.after(parent);
  }

  window.NeuroLabControls = { build, make, showFrame };
})();
