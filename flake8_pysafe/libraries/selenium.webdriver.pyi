"""selenium 4.0 to 4.46: https://www.selenium.dev/documentation/webdriver/drivers/options/"""

from typing import TypedDict

from flake8_pysafe.markers import Insecure
from selenium.webdriver.common.options import ArgOptions

class ChromeOptions(ArgOptions): ...
class EdgeOptions(ArgOptions): ...
class FirefoxOptions(ArgOptions): ...
class IeOptions(ArgOptions): ...
class SafariOptions(ArgOptions): ...
class WebKitGTKOptions(ArgOptions): ...
class WPEWebKitOptions(ArgOptions): ...

class FirefoxProfile:
    # Until 4.5 and since 4.9 with a warning.
    accept_untrusted_certs: Insecure

class Capabilities(TypedDict):
    acceptInsecureCerts: Insecure
    acceptSslCerts: Insecure

class DesiredCapabilities:
    CHROME: Capabilities
    EDGE: Capabilities
    FIREFOX: Capabilities
    INTERNETEXPLORER: Capabilities
    SAFARI: Capabilities

# The parameter until 4.9.
class Remote:
    def __init__(self, command_executor=..., *, desired_capabilities: Capabilities = ..., **kwargs) -> None: ...
