"""Turns links between the repository's files into links between the site's pages, or to the repository.

usage: site-links.py FOLDER REPOSITORY
"""
import os
import re
import sys

folder, repository = sys.argv[1], sys.argv[2]
LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?(\))")


def target(page, link):
    in_site = os.path.relpath(os.path.join(os.path.dirname(page), link), folder)
    for candidate in (link, re.sub(r"^(\.\./)?docs/", "", link), re.sub(r"^\.\./", "", link)):
        if candidate and os.path.exists(os.path.join(os.path.dirname(page), candidate)):
            return candidate
    path = os.path.normpath(os.path.join("docs", in_site)) if page != os.path.join(folder, "index.md") else link
    return f"{repository}/blob/main/{path}"


for root, _, names in os.walk(folder):
    for name in names:
        if name.endswith(".md"):
            page = os.path.join(root, name)
            text = open(page, encoding="utf-8").read()
            text = LINK.sub(lambda m: m[1] + target(page, m[2]) + (m[3] or "") + m[4], text)
            open(page, "w", encoding="utf-8").write(text)
