"""Reports: imports that look wrong, or that nothing accounts for."""

import json

import reqeusts  # PS301: 8
import shop_ledger_reports  # PS302: 8

from shop import storage


def report(path):
    basket = storage.basket(path)
    return json.dumps([shop_ledger_reports.line(item) for item in basket]), reqeusts.codes.ok
