"""apache_beam 2.0 to 2.77: https://beam.apache.org/releases/pydoc/current/"""

import apache_beam.coders as coders
