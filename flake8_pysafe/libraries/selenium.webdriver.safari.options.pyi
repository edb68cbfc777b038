"""selenium 4.0 to 4.46: https://www.selenium.dev/documentation/webdriver/drivers/options/"""

from selenium.webdriver.common.options import ArgOptions

class Options(ArgOptions): ...
