"""One article as word processors put it into HTML, copied or saved."""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm;} --></style></head>
<body lang=FR style='tab-interval:35.4pt'>
<!--StartFragment-->
<p class=MsoTitle>Le four à pain du hameau se rallume<o:p></o:p></p>
<p class=MsoNormal><span style='mso-fareast-language:EN-US'>Le four a chauffé <b style='mso-bidi-font-weight:normal'>toute la nuit</b>, dit <a href="https://example.org/four"><span style='color:#0563C1'>le récit du fournil</span></a>.<o:p></o:p></span></p>
<h1>La fournée<o:p></o:p></h1>
<h2><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Les pâtes<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>du seigle<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><!--[endif]-->moulu gros<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>pétrir<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Jour<o:p></o:p></b></p></td><td><p class=MsoNormal>Heure<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>samedi</p></td><td><p class=MsoNormal>7&nbsp;h</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="a"><v:imagedata src="file:///C:/a.jpg"/></v:shape><![endif]--><![if !vml]><img width=200 height=100 src="file:///C:/Users/A/clip_image002.jpg" alt="Le four allumé" v:shapes="a"><![endif]><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>
"""

FILTERED = """<html><head><meta name=Generator content="Microsoft Word 15 (filtered)"><title>Le four</title></head>
<body lang=FR><div class=WordSection1>
<p class=MsoTitle>Le four à pain du hameau</p>
<h1>La fournée</h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>du seigle</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt'><span style='font-family:"Courier New"'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>moulu gros</p>
<p class=MsoListParagraph>une suite sans signe</p>
</div></body></html>
"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff-abcd"><p dir="ltr" style="line-height:1.38;"><span style="font-size:26pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">Le four à pain du hameau se rallume</span></p><p dir="ltr"><span style="font-size:11pt;font-weight:400;">Le four a chauffé </span><span style="font-size:11pt;font-weight:700;">toute la nuit</span><span style="font-size:11pt;font-weight:400;">, dit </span><a href="https://example.org/four" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;">le récit du fournil</span></a><span style="font-size:11pt;font-style:italic;">.</span></p><h1 dir="ltr"><span style="font-size:20pt;font-weight:700;">La fournée</span></h1><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Les pâtes</span></h2><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-size:11pt;">du seigle</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-size:11pt;">moulu gros</span></p></li></ul></ul><p dir="ltr"><span><span style="display:inline-block;width:200px;"><img src="https://example.org/four.png" alt="Le four allumé" width="200" height="100" /></span></span></p></b><br class="Apple-interchange-newline">"""

DOCS_FILE = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">@import url(https://themes.googleusercontent.com/fonts/css);.c1{color:#000;font-weight:400}.c2{font-weight:700}ol{margin:0}</style></head><body class="c5 doc-content"><p class="c0 title" id="h.1"><span class="c1">Le four à pain du hameau se rallume</span></p><p class="c0"><span class="c1">Le four a chauffé </span><span class="c2">toute la nuit</span><span class="c1">, dit </span><span class="c4"><a class="c3" href="https://www.google.com/url?q=https://example.org/four&amp;sa=D&amp;ust=1">le récit du fournil</a></span><span>.</span></p><h1 class="c0" id="h.2"><span class="c1">La fournée</span></h1><h2 class="c0"><span>Les pâtes</span></h2></body></html>"""

LIBRE = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">p { background: transparent }</style></head>
<body lang="fr-FR" dir="ltr"><p><font size="6" style="font-size: 28pt"><b>Le four à
pain du hameau se rallume</b></font></p>
<p>Le four a chauffé <b>toute la nuit</b>, dit <a href="https://example.org/four">le
récit du fournil</a>.</p>
<h1>La fournée</h1>
<h2>Les pâtes</h2>
<ul>
	<li><p>du seigle</p>
	<ul>
		<li><p lang="fr-FR">moulu gros</p>
	</ul>
</ul>
<p><br/>

</p>
</body></html>
"""

WORD_ONLINE = """<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span class="TextRun SCXW1" style="font-size:28pt"><span class="NormalTextRun SCXW1" data-ccp-parastyle="Title">Le four à pain du hameau se rallume</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1"><span class="NormalTextRun">Le four a chauffé </span></span><span class="TextRun SCXW1" style="font-weight:bold"><span class="NormalTextRun">toute la nuit</span></span><span class="TextRun">, dit </span><a class="Hyperlink SCXW1" href="https://example.org/four"><span class="TextRun">le récit du fournil</span></a><span class="TextRun">.</span><span class="EOP SCXW1">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="1"><span class="TextRun"><span class="NormalTextRun" data-ccp-parastyle="heading 1">La fournée</span></span><span class="EOP">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="2"><span class="TextRun"><span class="NormalTextRun" data-ccp-parastyle="heading 2">Les pâtes</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-aria-level="1" role="listitem" class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun">du seigle</span><span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2 SCXW1" role="list"><li data-aria-level="2" role="listitem" class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun">moulu gros</span><span class="EOP">&nbsp;</span></p></li></ul></div>"""

OUTLOOK = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"></head><body lang=FR><!--StartFragment--><div class=WordSection1>
<p class=MsoTitle>Le four à pain du hameau se rallume<o:p></o:p></p>
<p class=MsoNormal>Le four a chauffé <b>toute la nuit</b>, dit <a href="https://example.org/four">le récit du fournil</a>.<o:p></o:p></p>
<h1>La fournée</h1><h2>Les pâtes</h2>
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>du seigle<o:p></o:p></li>
<ul type=circle><li class=MsoListParagraph style='mso-list:l0 level2 lfo1'>moulu gros<o:p></o:p></li></ul></ul></div><!--EndFragment--></body></html>"""

NOTION = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>Le four à pain du hameau se rallume</title><style>body{margin:2em}</style></head><body><article id="1a2b" class="page sans"><header><h1 class="page-title">Le four à pain du hameau se rallume</h1></header><div class="page-body"><p id="3c">Le four a chauffé <strong>toute la nuit</strong>, dit <a href="https://example.org/four">le récit du fournil</a>.</p><h1 id="4d" class="">La fournée</h1><h2 id="5e">Les pâtes</h2><ul id="6f" class="bulleted-list"><li style="list-style-type:disc">du seigle<ul id="7a" class="bulleted-list"><li style="list-style-type:circle">moulu gros</li></ul></li></ul></div></article></body></html>"""

ALL = {
    "word": WORD,
    "docs": DOCS,
    "docs file": DOCS_FILE,
    "libreoffice": LIBRE,
    "word online": WORD_ONLINE,
    "outlook": OUTLOOK,
    "notion": NOTION,
}

_NOTE = {
    "word": """<a style='mso-footnote-id:ftn{n}' href="#_ftn{n}" name="_ftnref{n}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[{n}]</span><![endif]></span></span></a>""",
    "word note": """<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn{n}' href="#_ftnref{n}" name="_ftn{n}" title=""><span class=MsoFootnoteReference>[{n}]</span></a> {text}<o:p></o:p></p></div>""",
    "docs": """<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>""",
    "docs note": """<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a><span>&nbsp;{text}</span></p></div>""",
    "libreoffice": """<a class="sdfootnoteanc" name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>""",
    "libreoffice note": """<div id="sdfootnote{n}"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote{n}sym" href="#sdfootnote{n}anc">{n}</a>{text}</p></div>""",
}


def _noted(name: str, before: str, between: str, after: str) -> str:
    """Two notes and what calls them."""
    call, note = _NOTE[name], _NOTE[f"{name} note"]
    first = note.format(n=1, text="Archives de la commune.")
    second = note.format(n=2, text="Le <i>Registre</i>.")
    return f"{before}<p>Le four{call.format(n=1)} chauffe{call.format(n=2)}.</p>{between}{first}{second}{after}"


NOTES = {
    "word": _noted(
        "word",
        "<!--StartFragment-->",
        "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width=\"33%\"><![endif]>",
        "</div>",
    ),
    "docs": _noted(
        "docs", "<b style='font-weight:normal' id='docs-internal-guid-1f2e'>", "<hr>", "</b>"
    ),
    "libreoffice": _noted(
        "libreoffice", '<meta name="generator" content="LibreOffice 7.4"/>', "", ""
    ),
}

_SHAPE = """<v:shape id="_x0000_i1025" type="#_x0000_t75" alt='Le four &amp; le feu' style='width:1pt'><v:imagedata src="{folder}four.png" o:title="four"/></v:shape>"""
DRAWN = {
    "word": f"<p class=MsoNormal>Avant <!--[if gte vml 1]>{_SHAPE.format(folder='file:///C:/Users/A/')}<![endif]--> après</p>",
    "with an image": f"<p class=MsoNormal>Avant <!--[if gte vml 1]>{_SHAPE.format(folder='a/')}<![endif]--><![if !vml]><img src=four.png alt='Le four &amp; le feu' v:shapes='_x0000_i1025'><![endif]> après</p>",
    "saved for VML": f"<p class=MsoNormal>Avant {_SHAPE.format(folder='')} après</p>",
}
"""A picture of Word: drawn in a comment, with an image for other programs besides, drawn in the page."""
