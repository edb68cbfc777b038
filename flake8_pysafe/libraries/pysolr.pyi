"""pysolr 3.9 to 3.11: https://github.com/django-haystack/pysolr"""

from flake8_pysafe.markers import Verify

class Solr:
    def __init__(
        self,
        url,
        decoder=...,
        encoder=...,
        timeout=...,
        results_cls=...,
        search_handler=...,
        use_qt_param=...,
        always_commit=...,
        auth=...,
        verify: Verify = ...,
        **kwargs,
    ) -> None: ...
