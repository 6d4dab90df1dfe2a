// Finds texts that stand out too little from what is behind them: less than 4.5 to 1.
export function faintTexts(page) {
  return page.evaluate(() => {
    const channels = color => color.match(/[\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map(value => value / 255).map(value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const groundOf = element => {
      for (let one = element; one; one = one.parentElement) {
        const ground = channels(getComputedStyle(one).backgroundColor);
        if (ground.length < 4 || ground[3] === 1) return ground;
      }

      return [255, 255, 255];
    };
    const ratio = element => {
      const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(groundOf(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    return [...document.querySelectorAll('body *')]
      .filter(element => element.getClientRects().length && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .filter(element => ratio(element) < 4.5)
      .map(element => `${element.textContent.slice(0, 40)} (${ratio(element).toFixed(2)})`);
  });
}

// Finds what a keyboard or a screen reader could not use: controls without a name, cells without headers.
export function namelessControls(page) {
  return page.evaluate(() => [...document.querySelectorAll('a, button, input, select, table')]
    .filter(element => element.getClientRects().length)
    .filter(element => element.tagName === 'TABLE'
      ? [...element.querySelectorAll('th')].some(header => !header.scope)
      : !(element.textContent.trim() || element.ariaLabel || element.labels?.length))
    .map(element => element.outerHTML.slice(0, 80)));
}
