"""A notice as a mail: through the program of this machine, or a server that takes mail."""

import errno
import os
import shutil
import smtplib
import ssl
import subprocess
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from corpblog.model.config import NotifySection

# The password of the mail server is no matter for a file that is committed.
PASSWORD = "CORPBLOG_SMTP_PASSWORD"  # noqa: S105 (the name of a variable)
_SECONDS = 30.0
# Where systems keep it, out of the way of people.
_PLACES = ("/usr/sbin", "/usr/lib", "/usr/local/sbin")


class MailError(Exception):
    """A mail that was not sent; its text says why."""


def mail_of(settings: NotifySection, subject: str, body: str, when: float) -> EmailMessage:
    """The mail; ``when`` is Unix time. Raises MailError for addresses that are none."""
    message = EmailMessage()
    try:
        message["From"] = settings.sender
        message["To"] = ", ".join(settings.to)
        message["Subject"] = " ".join(subject.split())
        message["Date"] = formatdate(when)
        message["Message-ID"] = make_msgid("corpblog", settings.sender.rpartition("@")[2] or None)
        # Nobody's absence note should answer a machine (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
    except (ValueError, IndexError) as error:
        raise MailError(f"comments.notify holds what is no address ({error})") from error
    message.set_content(body)
    return message


def send(settings: NotifySection, message: EmailMessage) -> None:
    """Send it as the configuration says. Raises MailError."""
    try:
        if settings.smtp_host:
            _by_server(settings, message)
        else:
            _by_program(settings.sendmail, message)
    except (OSError, smtplib.SMTPException, subprocess.SubprocessError) as error:
        raise MailError(f"the mail was not sent: {_reason(error)}") from error


def _by_server(settings: NotifySection, message: EmailMessage) -> None:
    plain = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=_SECONDS)
    with plain as server:
        if settings.smtp_starttls:
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, os.environ.get(PASSWORD, ""))
        server.send_message(message)


def _by_program(program: str, message: EmailMessage) -> None:
    found = shutil.which(program, path=os.pathsep.join((os.environ.get("PATH", ""), *_PLACES)))
    if found is None:
        raise FileNotFoundError(errno.ENOENT, f"there is no program {program} here")
    # -t takes the receivers from the mail, -i lets a lone dot be text.
    subprocess.run(  # noqa: S603 (the program that the configuration names)
        [found, "-t", "-i"],
        input=message.as_bytes(),
        check=True,
        timeout=_SECONDS,
        stdout=subprocess.DEVNULL,
    )


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return f"{error.cmd[0]} ended with {error.returncode}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
