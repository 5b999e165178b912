"""Runs one converter over PDFs in one process and writes what it makes of each.

    python convert.py TOOL OUT_DIR FILE...

For each file OUT_DIR gets NAME.json, a list of [kind, text] with kind "head" or "text" in the order of the tool's output, and
at the end timings.json with the seconds of each file, on the clock and of processor time. The first file is read once more before the others, untimed, so that
what a tool loads at its first use does not count. Exit code 3: the tool is not installed.
"""
import glob
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def text_blocks(text):
    """Blocks apart by empty lines or page breaks; there are no headings in plain text."""
    return [["text", " ".join(part.split())] for part in re.split(r"\n\s*\n|\f", text) if part.strip()]


def markdown_blocks(markdown):
    """Blocks of Markdown: headings, and everything else apart by empty lines and list signs."""
    blocks, held = [], []

    def flush():
        if held:
            blocks.append(["text", " ".join(held)])
            held.clear()

    for line in re.sub(r"<!--.*?-->", "", markdown, flags=re.S).splitlines():
        line = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", line)
        line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
        line = re.sub(r"</?(?:sup|sub|br|b|i|u|em|strong|span|div|p)[^>]*>", " ", line)
        heading = re.match(r"\s*#{1,6}\s+(.*)", line)
        if heading:
            flush()
            blocks.append(["head", re.sub(r"[*_`]", "", heading.group(1)).strip()])
        elif not line.strip():
            flush()
        else:
            if re.match(r"\s*(?:[-*•]|\d+[.)])\s+", line):
                flush()
            held.append(line.strip())
    flush()
    return blocks


def pdftotext():
    if not shutil.which("pdftotext"):
        raise ImportError("pdftotext")
    return lambda path: text_blocks(
        subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    )


def pdfminer():
    from pdfminer.high_level import extract_text

    return lambda path: text_blocks(extract_text(path))


def unstructured():
    import spacy
    import unstructured.nlp.tokenize as tokenize
    from unstructured.partition.pdf import partition_pdf

    # It would fetch a model of the language at its first use; a blank one cuts sentences well enough for its rules.
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    tokenize._load_spacy_model = lambda *_, **__: blank

    def convert(path):
        elements = partition_pdf(path, strategy="fast")
        kept = [each for each in elements if each.category not in ("Header", "Footer", "PageBreak")]
        return [["head" if each.category == "Title" else "text", each.text] for each in kept]

    return convert


def docling():
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.pipeline_options import NativePdfPipelineOptions
    from docling.document_converter import DocumentConverter, PdfFormatOption
    from docling.pipeline.native_pdf_pipeline import NativePdfPipeline

    option = PdfFormatOption(pipeline_cls=NativePdfPipeline, pipeline_options=NativePdfPipelineOptions())
    converter = DocumentConverter(format_options={InputFormat.PDF: option})

    def convert(path):
        blocks = []
        for item, _ in converter.convert(path).document.iterate_items():
            label = str(getattr(item, "label", "")).split(".")[-1].lower()
            text = getattr(item, "text", "")
            if text and label not in ("page_header", "page_footer"):
                blocks.append(["head" if label in ("section_header", "title") else "text", text])
        return blocks

    return convert


def opendataloader():
    import opendataloader_pdf

    if not shutil.which("java"):
        raise ImportError("java")

    def convert(path):
        with tempfile.TemporaryDirectory() as folder:
            opendataloader_pdf.convert(path, output_dir=folder, format="markdown", quiet=True, image_output="off")
            with open(glob.glob(folder + "/*.md")[0], encoding="utf-8") as file:
                return markdown_blocks(file.read())

    return convert


TOOLS = {each.__name__: each for each in (pdftotext, pdfminer, unstructured, docling, opendataloader)}


def processor_seconds():
    """Of this process and of those it has waited for."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main():
    tool, target, *files = sys.argv[1:]
    try:
        convert = TOOLS[tool]()
    except ImportError as error:
        print(f"{tool} is not here: {error}", file=sys.stderr)
        sys.exit(3)
    os.makedirs(target, exist_ok=True)
    convert(files[0])
    seconds = {}
    for path in files:
        name = os.path.splitext(os.path.basename(path))[0]
        start, used = time.perf_counter(), processor_seconds()
        try:
            blocks = convert(path)
        except Exception as error:  # a tool that fails on a file fails on that file only
            print(f"{tool}: {name}: {error!r}"[:300], file=sys.stderr)
            blocks = []
        seconds[name] = {"clock": time.perf_counter() - start, "processor": processor_seconds() - used}
        with open(os.path.join(target, f"{name}.json"), "w", encoding="utf-8") as file:
            json.dump(blocks, file)
    with open(os.path.join(target, "timings.json"), "w", encoding="utf-8") as file:
        json.dump(seconds, file)


main()
