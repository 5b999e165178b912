#!/bin/sh
# Installs the converters that `bench/peers/main.ts` compares with, in a virtual environment outside the tree
# ($ASKG_PEERS, /tmp/askg-peers by default). Give names to install fewer: setup.sh pdfminer unstructured
set -eu
folder="${ASKG_PEERS:-/tmp/askg-peers}"
[ $# -gt 0 ] || set -- pdfminer unstructured opendataloader docling
python3 -m venv "$folder"
for tool in "$@"; do
  case "$tool" in
    pdfminer) package='pdfminer.six' ;;
    unstructured) package='unstructured[pdf]' ;;
    opendataloader) package='opendataloader-pdf' ;; # needs java
    docling) package='docling' ;;
    *) echo "unknown tool: $tool" >&2; exit 2 ;;
  esac
  "$folder/bin/pip" install --quiet "$package" || echo "could not install $package: it will be skipped" >&2
done
command -v pdftotext > /dev/null || echo 'pdftotext is missing: install poppler-utils' >&2
