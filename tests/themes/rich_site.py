"""A site in which everything occurs that a theme has to show."""

from collections.abc import Mapping

CONFIG = """\
site:
  title: {en: Plain Words, de: Klare Worte}
  url: https://blog.example.org/sub/
  lang: en
  timezone: Europe/Berlin
  description: People at Kern write.
organization: {name: Kern, legal_name: Kern GmbH, url: "https://kern.example.org/"}
legal: {legal_form: GmbH, street: Kai 3, city: Bremen, email: post@kern.example.org}
theme:
  name: THEME
  brand: {accent: {light: "#8f3a1c", dark: "#f0a37f"}}
build: {paginate: 2, banner: A preview.}
comments: {contact: post@kern.example.org, intake: "https://talk.kern.example.org/"}
"""

JANA = """\
---
name: Jana Weiss
job_title: head of support
image: none
description: Answers when an invoice is wrong.
knows_about: [invoices]
knows_language: [en, de]
same_as: ["https://social.example.org/@jana"]
contact_point: {type: phone, value: "+49 421 5550 112", hours: Tue-Thu}
member_of: [Guild of Weighers]
interests: [{type: personal, party: Bakery Kern}]
works_for: {start_date: 2019-04-01}
positions:
  - {job_title: support, since: 2019-04-01}
  - {job_title: head of support, since: 2022-01-01}
consent: {name: 2026-01-01}
---
I answer the phone.
"""

MEHMET = """\
---
name: Mehmet Yılmaz
job_title: calibration
image: none
status: former
works_for: {end_date: 2026-12-31}
successor: jana-weiss
consent: {name: 2026-01-01}
---
I weigh.
"""

INVOICES = """\
---
title: Why 412 invoices were wrong
date: 2026-11-10
authors: [jana-weiss]
kind: report
summary: I changed a rounding rule and did not look at the export.
tags: [invoices]
series: The export
speaks_for: self
ai: none
license: CC BY 4.0
contributors: [{id: Rolf Petersen, role: fact-check}]
disclosures:
  - {type: client, party: Bakery Kern}
corrections:
  - {date: 2026-11-12, kind: correction, by: jana-weiss, what: "We first wrote 312."}
  - {date: 2026-11-20, kind: update, what: All invoices are out.}
promises:
  - {text: We publish the new tests., due: 2026-12-15, owner: jana-weiss}
---
It began on Monday.

## What happened

Half cents.[^1]

```python
round(0.5)
```

## Who noticed

| shop | invoices |
|---|---|
| Bremen | 212 |

[^1]: Rounded twice.
"""

RECHNUNGEN = """\
---
title: Warum 412 Rechnungen falsch waren
date: 2026-11-10
authors: [jana-weiss]
summary: Ich habe eine Rundungsregel geändert.
tags: [Rechnungen]
disclosures:
  - {type: client, party: Bäckerei Kern}
---
Es begann am Montag.
"""

FLOUR = """\
---
title: Flour dust
date: 2026-11-03
authors: [jana-weiss, mehmet-yilmaz]
series: The export
tags: [invoices]
disclosures:
  - {type: gift, party: Bakery Kern, detail: the flour}
---
We opened eleven scales.
"""

WITHDRAWN = """\
---
title: Gone
date: 2026-10-01
authors: [jana-weiss]
status: withdrawn
withdrawal: {date: 2026-10-02, reason: retracted, by: jana-weiss}
---
Nothing.
"""

OLD = """\
---
title: Plain
date: 2025-01-01
authors: [mehmet-yilmaz]
aliases: [/old/plain/]
---
A short text.
"""

IMPRINT = """\
---
title: Imprint
role: imprint
---
Who answers for this blog.
"""

ASKED = """\
created: 2026-11-11 09:00
author: {name: Petra Lang, url: "https://lang.example.net/"}
kind: question
text: Is the **old** invoice void?
"""

ANSWERED = """\
created: 2026-11-11 11:00
reply_to: asked
author: {staff: jana-weiss}
text: Yes, since Tuesday. The new one carries its number; please keep both for ten years.
promises: [{text: A list of all numbers., due: 2026-12-20, owner: jana-weiss}]
"""

THANKED = """\
created: 2026-11-11 12:00
reply_to: answered
author: {name: Petra Lang, affiliation: Bakery Kern}
kind: thanks
outcome: resolved
edited: [{date: 2026-11-11 12:30}]
text: Thank you.
"""

REMOVED = """\
created: 2026-11-12 09:00
status: removed
removal: {reason: insult, by: jana-weiss, date: 2026-11-12}
"""

LINKED = """\
created: 2026-11-13 09:00
author: {name: Scales Weekly, url: "https://weekly.example.net/"}
kind: pingback
text: See there.
"""

PHONED = """\
created: 2026-11-14 09:00
author: {name: Rolf Petersen}
kind: complaint
text: Nobody told us.
answered_elsewhere: {channel: phone, date: 2026-11-16, by: jana-weiss, summary: We had written
  to an address that no longer existed.}
"""


def rich_site(theme: str) -> Mapping[str, str | bytes]:
    """The files of the site, laid out by ``theme``."""
    return {
        "corpblog.yml": CONFIG.replace("THEME", theme),
        "authors/jana-weiss.md": JANA,
        "authors/mehmet-yilmaz.md": MEHMET,
        "content/posts/invoices.md": INVOICES,
        "content/posts/invoices.de.md": RECHNUNGEN,
        "content/posts/flour.md": FLOUR,
        "content/posts/gone.md": WITHDRAWN,
        "content/posts/plain.md": OLD,
        "content/pages/imprint.md": IMPRINT,
        "comments/invoices/asked.yml": ASKED,
        "comments/invoices/answered.yml": ANSWERED,
        "comments/invoices/thanked.yml": THANKED,
        "comments/invoices/removed.yml": REMOVED,
        "comments/invoices/linked.yml": LINKED,
        "comments/invoices/phoned.yml": PHONED,
    }
