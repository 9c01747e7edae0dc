"""What tests ask of a page with Vega charts: what is drawn, and where there is to click."""

import re

from playwright.sync_api import JSHandle, Page

ELSEWHERE = re.compile(r"https?://(?!127\.0\.0\.1:)")

# A picture of each chart of a view, by name: marks, where they are, their text and their colour.
DRAWN = """view => {
  const pictures = {};
  const walk = (mark, path) => {
    for (const item of mark.items) {
      const {x1, y1, x2, y2} = item.bounds;
      const look = [mark.marktype, x1, y1, x2, y2, item.text, item.fill, item.opacity].join();
      pictures[path] = (pictures[path] ?? "") + look + ";";
      const inner = /concat.*_group$/.test(mark.name ?? "") ? mark.name : path;
      for (const child of item.items ?? []) walk(child, inner);
    }
  };
  walk(view.scenegraph().root, "all");
  return Object.fromEntries(Object.entries(pictures).filter(([name]) => name !== "all"));
}"""

# The middle of each mark that can be clicked, in pixels of the page; some are links.
BUTTONS = """view => {
  const element = view.container().querySelector("canvas, svg");
  const {left, top} = element.getBoundingClientRect();
  const [originX, originY] = view.origin();
  const buttons = [];
  const walk = (mark, x, y) => {
    for (const item of mark.items) {
      const {x1, y1, x2, y2} = item.bounds;
      if (item.cursor === "pointer" || item.href) {
        buttons.push({x: x + (x1 + x2) / 2, y: y + (y1 + y2) / 2, href: item.href ?? null});
      }
      for (const child of item.items ?? []) walk(child, x + (item.x ?? 0), y + (item.y ?? 0));
    }
  };
  walk(view.scenegraph().root, left + originX, top + originY);
  return buttons;
}"""


def click_second_topic(page: Page, view: JSHandle) -> list[str]:
    """Click the second topic of a view; the names of its charts that then look different."""
    before = view.evaluate(DRAWN)
    view.evaluate("view => view.container().scrollIntoView()")
    topics = [button for button in view.evaluate(BUTTONS) if not button["href"]]
    page.mouse.click(topics[1]["x"], topics[1]["y"])
    view.evaluate("view => view.runAsync().then(() => undefined)")
    after = view.evaluate(DRAWN)
    return [name for name in before if before[name] != after[name]]


def click_link(page: Page, view: JSHandle) -> str:
    """Click the first link of a view; the address that the new tab asks for."""
    view.evaluate("view => view.container().scrollIntoView({block: 'end'})")
    link = next(button for button in view.evaluate(BUTTONS) if button["href"])
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="An article."))
    with page.context.expect_page() as tab:
        page.mouse.click(link["x"], link["y"])
    tab.value.wait_for_url(ELSEWHERE)
    return tab.value.url
