"""The report in Chromium: it asks no network, runs nothing of the articles, and answers clicks.

python report_in_chromium.py FOLDER
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from chromium import chromium
from pages import click_link, click_second_topic

LARGEST = 3_000_000  # bytes of a page


def open_page(browser: Browser, file: Path, *, bypass_csp: bool = False) -> Page:
    """A page with its charts drawn, and as `seen` what it asked for, warned of and let loose."""
    page = browser.new_context(
        bypass_csp=bypass_csp, viewport={"width": 1200, "height": 900}
    ).new_page()
    page.seen = []
    page.on("request", lambda request: page.seen.append(f"asks for {request.url}"))
    page.on("console", lambda message: message.type == "error" and page.seen.append(message.text))
    page.on("pageerror", lambda error: page.seen.append(f"fails: {error}"))
    page.on("dialog", lambda dialog: (page.seen.append(f"says {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: page.seen.append(f"opens {popup.url}"))
    page.goto(file.resolve().as_uri())
    assert page.seen.pop(0) == f"asks for {page.url}"
    if page.locator(".chart").count():
        page.evaluate("charts.then(() => undefined)")
    return page


def nothing_gets_out(browser: Browser, file: Path) -> None:
    """Also without the page's policy: the policy is for what this test did not think of."""
    page = open_page(browser, file, bypass_csp=True)
    title = page.title()
    for cell in page.locator("td:not(:has(a)), p").all()[:20]:
        cell.click(position={"x": 1, "y": 1})
    for link in page.locator("a[href]:visible").all():
        address = link.evaluate("link => link.href")
        assert address.startswith(("https://", "http://", "file://")), address
        link.hover()
    assert page.seen == [], page.seen
    assert page.evaluate("window.owned") is None
    assert page.title() == title
    assert "\u202e" not in page.inner_text("body")
    assert page.locator("script[src], link, iframe, img, base").count() == 0
    page.context.close()


def it_draws(browser: Browser, file: Path) -> int:
    """With its policy; the number of charts."""
    page = open_page(browser, file)
    drawn = page.locator(".chart").count()
    assert page.locator(".chart svg").count() == drawn
    assert page.locator("mjx-container, .MathJax").count() == 0
    assert page.seen == [], page.seen
    page.context.close()
    return drawn


def the_index_leads_to_every_page(browser: Browser, folder: Path) -> None:
    page = open_page(browser, folder / "index.html")
    titles = page.locator("h2").all_inner_texts()
    assert len(titles) == len(list(folder.glob("*.html"))) - 1, titles
    assert all(page.locator(".finding").all_inner_texts())
    for title in titles:
        page.get_by_role("heading", name=title, exact=True).get_by_role("link").click()
        assert page.locator("h1").inner_text() == title
        page.get_by_role("link", name="Overview").click()
    page.context.close()


def the_topics_answer(browser: Browser, file: Path) -> None:
    page = open_page(browser, file)
    view = page.evaluate_handle("charts.then(all => all[0].view)")
    changed = click_second_topic(page, view)
    assert len(changed) >= 3, changed
    address = click_link(page, view)
    assert address.startswith("https://"), address
    terms = page.locator(".chart").first.inner_html()
    page.locator("input[type=range]").first.fill("1")
    view.evaluate("view => view.runAsync().then(() => undefined)")
    assert page.locator(".chart").first.inner_html() != terms
    page.context.close()


def main() -> None:
    folder = Path(sys.argv[1])
    with chromium() as browser:
        for file in sorted(folder.glob("*.html")):
            assert file.stat().st_size < LARGEST, file
            nothing_gets_out(browser, file)
            print(f"{file.name}: {it_draws(browser, file)} charts, no request")
        the_index_leads_to_every_page(browser, folder)
        the_topics_answer(browser, folder / "01-what-is-it-about.html")
    print("The report holds.")


if __name__ == "__main__":
    main()
