"""Where template code runs: a small language, every text escaped, and work that is counted.

A template is a program from a stranger. Three walls hold it, all inside this process, so that they
are the same on every system and cost no start of another:

- only the parts of Jinja that print a plan are there (`grammar`, `reach`, `filters`), each listed
  by name, so that what a new version of Jinja adds isn't there;
- nothing of a size that wasn't paid for first is made (`meter`): operators and filters tell the
  meter how long a result may be before they make it, each turn of a loop pays for its body;
- what is counted is work and not seconds, so a template that passes on one machine passes on all.
"""

from cchc.documents.sandbox.environment import Sandbox

__all__ = ["Sandbox"]
