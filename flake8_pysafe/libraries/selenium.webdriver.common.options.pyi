"""selenium 4.0 to 4.46: https://www.selenium.dev/documentation/webdriver/drivers/options/"""

from flake8_pysafe.markers import BrowserArgument, Capability, Insecure

class BaseOptions:
    accept_insecure_certs: Insecure
    def set_capability(self, name, value: Capability) -> None: ...

class ArgOptions(BaseOptions):
    def add_argument(self, argument: BrowserArgument) -> None: ...
