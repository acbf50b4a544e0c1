"""The live page in a real Chromium, as somebody uses it. Skipped, with the reason, where there is none.

Chromium is looked for at $CHROMIUM, else /usr/bin/chromium; axe-core at $AXE_CORE (the path of its axe.min.js).
"""

import json
import os
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Work
from live_pages import Page
from pasted_samples import DOCS, WORD

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = Path(os.environ.get("AXE_CORE", "/nowhere"))
pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(
        not CHROMIUM.exists(),
        reason=f"there is no Chromium at {CHROMIUM}: apt-get install chromium",
    ),
]
TEXT = """# Le lavoir du bourg 🎈

Qui vient ? Les 🎈 voisins du bourg [cliquez ici](https://example.org/) : tous !

#### Les outils

Une truelle.
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    one = Page(tmp_path_factory.mktemp("page"))
    yield one
    one.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        # --no-sandbox: CI runs as root, where Chromium's sandbox refuses to start
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Writer:
    """Somebody at the page."""

    def __init__(self, chromium: Any, server: Page, **settings: Any) -> None:
        self.context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "locale": "fr-FR", **settings},
            permissions=["clipboard-read", "clipboard-write"],
        )
        # the machine may be busy
        self.context.set_default_timeout(120_000)
        self.page = self.context.new_page()
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda said: self.troubles.append(said.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.host = server.host
        self.page.goto(server.url)
        self.settled("")

    def write(self, text: str) -> None:
        """Put a text into the page, and wait for what is said of it."""
        before = self.version
        self.page.fill("#text", text)
        self.settled(before)

    def settled(self, before: str) -> None:
        """Wait until a newer audit is shown."""
        self.page.wait_for_function(
            "before => document.body.dataset.version === document.body.dataset.wanted && document.body.dataset.version !== before",
            arg=before,
            timeout=120_000,
        )

    @property
    def version(self) -> str:
        return str(self.page.evaluate("document.body.dataset.version || ''"))

    @property
    def text(self) -> str:
        return str(self.page.input_value("#text"))

    def card(self, rule: str) -> Any:
        return self.page.locator(f".f[data-rule='{rule}']").first

    def marked(self, name: str) -> list[str]:
        """The texts behind the article that are underlined so."""
        return list(
            self.page.evaluate(
                "name => [...CSS.highlights.get(name)].map(range => range.toString())", name
            )
        )


@pytest.fixture
def writer(chromium: Any, server: Page) -> Iterator[Writer]:
    one = Writer(chromium, server)
    yield one
    assert one.troubles == []
    assert {url.partition("/")[2].partition("/")[2].partition("/")[0] for url in one.asked if not url.startswith(("data:", "blob:"))} == {one.host}  # fmt: skip
    one.context.close()


def test_what_is_written_is_judged(writer: Writer) -> None:
    writer.write(TEXT)
    assert writer.page.inner_text("#number").isdecimal()
    assert "[cliquez ici](https://example.org/)" in writer.marked("warning")
    assert "#### Les outils" in writer.marked("warning")
    assert "sur 100" in writer.page.inner_text("#status")
    assert writer.page.inner_text("#serp_title") == "Le lavoir du bourg 🎈"
    writer.write("")
    assert writer.page.locator(".f").count() == 0
    assert writer.page.inner_text("#nothing") == "L’article est vide."


def test_typing_moves_what_is_marked_at_once(writer: Writer) -> None:
    writer.write(TEXT)
    before = writer.version
    writer.page.evaluate("document.getElementById('text').setSelectionRange(0, 0)")
    writer.page.focus("#text")
    writer.page.keyboard.type("xyz ")
    assert "[cliquez ici](https://example.org/)" in writer.marked("warning")
    writer.settled(before)
    assert "[cliquez ici](https://example.org/)" in writer.marked("warning")


def test_a_click_on_a_finding_shows_its_place(writer: Writer) -> None:
    writer.write(TEXT)
    writer.card("link-text").locator(".go").click()
    chosen = (
        "(t => t.value.slice(t.selectionStart, t.selectionEnd))(document.getElementById('text'))"
    )
    assert writer.page.evaluate(chosen) == "[cliquez ici](https://example.org/)"
    assert writer.page.evaluate("document.activeElement.id") == "text"
    assert writer.card("link-text").get_attribute("aria-current") == "true"
    assert writer.marked("now") == ["[cliquez ici](https://example.org/)"]
    assert "cliquez ici" in writer.page.inner_text("#status")


def test_a_click_in_the_text_shows_the_finding(writer: Writer) -> None:
    writer.write(TEXT)
    at = TEXT.index("cliquez") + 2  # in units of 16 bits, two of them before: 🎈🎈
    writer.page.evaluate("at => document.getElementById('text').setSelectionRange(at, at)", at + 2)
    writer.page.focus("#text")
    writer.page.keyboard.press("ArrowRight")
    assert writer.card("link-text").get_attribute("aria-current") == "true"


def test_one_finding_is_fixed_and_undone(writer: Writer) -> None:
    writer.write(TEXT)
    before = writer.version
    writer.card("no-break-spaces").locator(".fix").click()
    writer.settled(before)
    wanted = TEXT.replace(" ?", "\u00a0?").replace(" :", "\u00a0:").replace(" !", "\u00a0!")
    assert writer.text == wanted
    assert writer.card("no-break-spaces").count() == 0
    writer.page.focus("#text")
    for _ in range(3):
        writer.page.keyboard.press("Control+z")
    assert writer.text == TEXT


def test_all_that_is_safe_is_fixed(writer: Writer) -> None:
    writer.write(TEXT + "\nUne soeur ?\n")
    before = writer.version
    writer.page.click("#fix_all")
    writer.settled(before)
    assert "Une sœur\u00a0?" in writer.text
    assert "Corrections faites" in writer.page.inner_text("#said")
    assert writer.page.is_disabled("#fix_all")


def test_why(writer: Writer) -> None:
    writer.write(TEXT)
    why = writer.card("link-text").locator("details")
    why.locator("summary").click()
    told = why.inner_text()
    assert "link-text" in told
    assert "Google" in told


def test_why_stays_open_while_the_text_changes(writer: Writer) -> None:
    writer.write(TEXT)
    writer.card("link-text").locator("summary").click()
    writer.write(TEXT + "\nUn mot de plus.\n")
    assert writer.card("link-text").locator("details").get_attribute("open") is not None
    assert writer.page.locator("#findings details[open]").count() == 1


def test_a_text_that_would_be_lost_is_asked_for(writer: Writer) -> None:
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    writer.page.on("dialog", stay)
    writer.page.focus("#text")
    writer.page.keyboard.type("# Un titre")
    writer.page.close(run_before_unload=True)
    writer.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert writer.text == "# Un titre"
    writer.page.click("#copy")
    writer.page.wait_for_function("() => document.getElementById('said').textContent !== ''")
    with writer.page.expect_event("close"):
        writer.page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_keyboard(writer: Writer) -> None:
    writer.write(TEXT)
    writer.page.focus("#text")
    writer.page.evaluate("document.getElementById('text').setSelectionRange(0, 0)")
    seen = []
    for _ in range(writer.page.locator(".f").count()):
        writer.page.keyboard.press("F8")
        seen.append(writer.page.locator(".f[aria-current=true]").get_attribute("data-rule"))
    assert len(set(seen)) > 2
    assert "link-text" in seen
    writer.page.keyboard.press("Shift+F8")
    assert writer.page.locator(".f[aria-current=true]").get_attribute("data-rule") == seen[-2]
    while (
        writer.page.locator(".f[aria-current=true]").get_attribute("data-rule") != "no-break-spaces"
    ):
        writer.page.keyboard.press("F8")
    before = writer.version
    writer.page.keyboard.press("Alt+Enter")
    writer.settled(before)
    assert "Qui vient\u00a0?" in writer.text


PASTE = """([html, plain]) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', plain);
  document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
}"""


@pytest.mark.parametrize("html", [WORD, DOCS], ids=["Word", "Google Docs"])
def test_pasting_from_a_word_processor(writer: Writer, html: str) -> None:
    writer.page.focus("#text")
    before = writer.version
    writer.page.evaluate(PASTE, [html, "sans mise en forme"])
    writer.settled(before)
    assert writer.text.startswith(
        "# Le four à pain du hameau se rallume\n\nLe four a chauffé **toute"
    )
    assert "- du seigle\n  - moulu gros\n" in writer.text


def test_pasting_a_few_words_stays_in_the_line(writer: Writer) -> None:
    writer.write("Le  rit.")
    writer.page.evaluate("document.getElementById('text').setSelectionRange(3, 3)")
    before = writer.version
    writer.page.evaluate(PASTE, ["<p><b>maçon</b></p>", "maçon"])
    writer.settled(before)
    assert writer.text == "Le **maçon** rit."


def test_hostile_texts_are_shown_as_they_stand(writer: Writer) -> None:
    hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script> \u202e{{7*7}} \x00"
    text = f"# {hostile}\n\nVoir [cliquez ici](javascript:alert(3)) : {hostile}\n"
    writer.write(text)
    assert writer.page.locator("img, iframe, .f script").count() == 0
    writer.page.evaluate(PASTE, [f"<h1>{hostile}</h1><p onclick=alert(4)>a</p>", "x"])
    time.sleep(0.5)
    assert writer.page.locator("img, iframe, .f script").count() == 0


def test_keyphrase_and_what_is_to_be_mentioned(writer: Writer) -> None:
    writer.write(TEXT)
    writer.page.click(".wanted summary")
    before = writer.version
    writer.page.fill("#brief_keyphrase", "four à pain")
    writer.settled(before)
    assert writer.card("keyphrase-h1").count() == 1
    before = writer.version
    writer.page.fill("#brief_must_mention", "le fournil, la nuit\nla truelle")
    writer.settled(before)
    assert "fournil" in writer.page.inner_text("#findings")
    said = writer.page.inner_text("#found_must_mention")
    assert said == "✗ pas respecté · manque\u00a0: le fournil, la nuit"
    assert writer.page.inner_text("#brief_state") == "(0 sur 2 respectées)"


def test_a_brief_is_opened_filled_and_downloaded(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "commande.toml"
    path.write_text(
        'keyphrase = "lavoir"\nsecondary = ["bourg, hameau", "voisin"]\nlanguage = "fr"\nminimum_words = 900\n'
        'maximum_words = 1200\nminimum_subheadings = 1\nmust_mention = ["truelle"]\nsource = "texte.txt"\n'
        'reference = ["pages/*.html"]\n',
        "utf-8",
    )
    source, one, other = (tmp_path / name for name in ("texte.txt", "a.html", "b.html"))
    source.write_bytes("Les voisins ont curé le lavoir à la truelle en 1912.".encode("cp1252"))
    for page in (one, other):
        page.write_text("<h1>Le lavoir</h1><p>Un lavoir et son bassin.</p>", "utf-8")
    writer.write(TEXT)
    writer.page.click(".wanted summary")
    before = writer.version
    writer.page.set_input_files("#brief_file", str(path))
    writer.settled(before)
    assert writer.page.input_value("#brief_secondary") == "bourg, hameau\nvoisin"
    assert "texte.txt, pages/*.html" in writer.page.inner_text("#asked_texts")
    assert writer.page.inner_text("#found_minimum_words") == "✗ pas respecté · ici 17"
    before = writer.version
    writer.page.set_input_files("#source_file", str(source))
    writer.settled(before)
    assert writer.page.input_value("#brief_source").startswith("Les voisins ont curé")
    assert "mot à mot" in writer.page.inner_text("#found_source")
    before = writer.version
    writer.page.set_input_files("#pages_file", [str(one), str(other)])
    writer.settled(before)
    assert writer.page.inner_text("#found_reference") == "Pages lues\u00a0: 2."
    before = writer.version
    writer.page.click("#reference button >> nth=0")
    writer.settled(before)
    assert writer.page.locator("#reference li").count() == 1
    with writer.page.expect_download() as downloading:
        writer.page.click("#save_brief")
    saved = tomllib.loads(Path(downloading.value.path()).read_text("utf-8"))
    assert saved == tomllib.loads(path.read_text("utf-8")) | {"reference": ["b.html"]}
    before = writer.version
    writer.page.click("#clear_brief")
    writer.settled(before)
    assert writer.page.inner_text("#brief_state") == ""
    assert writer.page.input_value("#brief_source") == ""


def test_what_takes_the_place_of_a_file_is_no_longer_called_so(
    writer: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "texte.html"
    path.write_text("<p>Les voisins ont curé le lavoir.</p>", "utf-8")
    writer.page.click(".wanted summary")
    writer.page.set_input_files("#source_file", str(path))
    writer.page.wait_for_function("() => document.getElementById('brief_source').value !== ''")
    for text, named in (("", True), ("Un *autre* texte.", False)):
        if text:
            writer.page.fill("#brief_source", "")
            writer.page.fill("#brief_source", text)
        with writer.page.expect_download() as downloading:
            writer.page.click("#save_brief")
        saved = tomllib.loads(Path(downloading.value.path()).read_text("utf-8"))
        assert ("source" in saved) is named


def test_a_brief_that_is_none_says_where_it_is_wrong(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "commande.toml"
    path.write_text('keyphrase = "lavoir"\nmots = 3\n', "utf-8")
    writer.page.click(".wanted summary")
    writer.page.fill("#brief_keyphrase", "four")
    writer.page.set_input_files("#brief_file", str(path))
    writer.page.wait_for_function(
        "() => document.getElementById('said').textContent.includes('commande.toml:2')"
    )
    assert writer.page.input_value("#brief_keyphrase") == "four"
    writer.troubles.clear()  # Chromium says that the answer was 422


def test_english(writer: Writer) -> None:
    writer.write(TEXT)
    before = writer.version
    writer.page.select_option("#language", "en")
    writer.settled(before)
    assert writer.page.inner_text("#fix_all") == "Fix all that is safe"
    assert writer.page.evaluate("document.documentElement.lang") == "en"
    assert "link" in writer.card("link-text").inner_text().lower()


def test_a_file_is_opened_and_nothing_is_sent_of_its_name(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "secret-name.html"
    path.write_text("<h1>Le lavoir</h1>\n<p>Un mot : voilà.</p>\n", "utf-8")
    bodies: list[str] = []
    writer.page.on("request", lambda request: bodies.append(request.post_data or ""))
    before = writer.version
    writer.page.set_input_files("#file", str(path))
    writer.settled(before)
    assert writer.page.input_value("#format") == "html"
    assert "<h1>Le lavoir</h1>" in writer.text
    assert writer.card("no-break-spaces").count() == 1
    assert all("secret-name" not in body for body in bodies)


def test_copies_and_the_report(writer: Writer) -> None:
    writer.write(TEXT)
    writer.page.click("#copy_html")
    writer.page.wait_for_function("() => document.getElementById('said').textContent !== ''")
    copied = writer.page.evaluate(
        "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(one => one.text())"
    )
    assert "<h1>Le lavoir du bourg" in copied
    with writer.page.expect_download() as downloading:
        writer.page.click("#download")
    report = Path(downloading.value.path()).read_text("utf-8")
    assert report.startswith("<!doctype html>")


KEYS = 15


def lag(writer: Writer, paragraphs: int) -> float:
    """What a key takes within so many paragraphs of seventy words: milliseconds of the page's processor time.

    The clock would tell how busy the machine is.
    """
    work = Work(writer.page)
    paragraph = (
        "La source du village coule depuis lundi, car les habitants ont curé le puits ? " * 5
    )
    writer.write("# La fontaine\n\n" + (paragraph + "\n\n") * paragraphs)
    writer.page.focus("#text")
    writer.page.evaluate("document.getElementById('text').setSelectionRange(300, 300)")
    before = work.seconds()
    for _ in range(KEYS):
        writer.page.keyboard.press("x")
        time.sleep(0.06)
    assert "x" * KEYS in writer.text
    return 1000 * (work.seconds() - before) / KEYS


def test_ten_thousand_words_without_lag(writer: Writer) -> None:
    assert lag(writer, 140) < 100


@pytest.mark.skipif(not AXE.exists(), reason="there is no axe-core: $AXE_CORE names its axe.min.js")
@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(chromium: Any, server: Page, colors: str, width: int) -> None:
    one = Writer(chromium, server, color_scheme=colors, viewport={"width": width, "height": 900})
    for text in ("", TEXT):
        if text:
            one.write(text)
            one.page.click(".wanted summary")
            one.page.keyboard.press("F8")
            one.card("link-text").locator("summary").click()
        # axe asks to run in the page, which its policy forbids to a script element
        one.page.evaluate(AXE.read_text("utf-8"))
        found = one.page.evaluate("axe.run().then(result => JSON.stringify(result.violations))")
        assert [(one["id"], [n["target"] for n in one["nodes"]]) for one in json.loads(found)] == []
    wide = one.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    one.context.close()


def test_without_the_token_the_page_says_what_to_do(chromium: Any, server: Page) -> None:
    page = chromium.new_page()
    page.goto(f"http://{server.host}/")
    page.wait_for_selector("#trouble:not([hidden])")
    assert "seo-audit serve" in page.inner_text("#trouble")
    page.close()
