"""python-ldap 3.3 to 3.4: https://www.python-ldap.org/en/latest/reference/ldap.html#tls-options"""

import ldap as functions
import ldap as ldapobject
from flake8_pysafe.markers import LdapOption

OPT_X_TLS_REQUIRE_CERT = 0x6006
OPT_X_TLS_NEVER = 0
OPT_X_TLS_HARD = 1
OPT_X_TLS_DEMAND = 2
OPT_X_TLS_ALLOW = 3
OPT_X_TLS_TRY = 4

class SimpleLDAPObject:
    def set_option(self, option, invalue: LdapOption): ...

class ReconnectLDAPObject(SimpleLDAPObject): ...

def initialize(uri, *args, **kwargs) -> SimpleLDAPObject: ...
def set_option(option, invalue: LdapOption) -> None: ...
