"""The mail box of everybody in the made-up company."""

import re
from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

from flask import abort, make_response, render_template, request
from flask.typing import ResponseReturnValue

from survey.mail.mailbox import Envelope, NoSuchMail, html_of, list_mails, pictures_of, read_mail, text_of
from survey.web.guard import public
from survey.web.headers import HEADERS
from survey.web.local_time import local
from survey.web.service import service

PER_PAGE = 50
ANY_PORT = re.compile(r"http://127\.0\.0\.1:\d+")
AROUND = HEADERS["Content-Security-Policy"] + "; frame-src 'self'"
PAPER = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; frame-ancestors 'self'; "
    "sandbox allow-top-navigation-by-user-activation"
)
"""A mail brings its own styles and no scripts; a link in it opens in place of the whole page."""


@public
def mails() -> ResponseReturnValue:
    wanted = request.args.get("q", "").strip()
    number = max(1, request.args.get("page", 1, type=int))
    found = [one for one in list_mails(_folder()) if _matches(one, wanted)]
    shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = [{"name": one.name, "to": one.to, "subject": one.subject, "at": local(one.at)} for one in shown]
    n_pages = max(1, -(-len(found) // PER_PAGE))
    return render_template(
        "demo/mails.html", rows=rows, n_found=len(found), wanted=wanted, number=number, n_pages=n_pages
    )


@public
def mail(name: str) -> ResponseReturnValue:
    message = _read(name)
    date = message["Date"].datetime
    kept = {"name": name, "to": message["To"], "sender": message["From"], "subject": message["Subject"]}
    response = make_response(render_template("demo/mail.html", mail=kept, at=local(date), text=_here(text_of(message))))
    response.headers["Content-Security-Policy"] = AROUND
    return response


@public
def paper(name: str) -> ResponseReturnValue:
    """The mail as a mail program would draw it, for the frame on its page."""
    message = _read(name)
    html = _here(html_of(message)).replace("<head>", '<head><base target="_top">', 1)
    for picture, content in pictures_of(message).items():
        html = html.replace(f"cid:{picture}", f"data:image/png;base64,{b64encode(content).decode()}")
    response = make_response(html)
    response.headers["Content-Security-Policy"] = PAPER
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _read(name: str) -> EmailMessage:
    try:
        return read_mail(_folder(), name)
    except NoSuchMail:
        abort(404)


def _folder() -> Path:
    folder = service().settings.mail_folder
    if folder is None:
        raise LookupError("a demo has a mail folder")
    return folder


def _matches(envelope: Envelope, wanted: str) -> bool:
    return wanted.casefold() in f"{envelope.to} {envelope.subject}".casefold()


def _here(text: str) -> str:
    """Links lead to where the demo is served now, whatever its port was when the mail was written."""
    return ANY_PORT.sub(service().settings.base_url, text)
