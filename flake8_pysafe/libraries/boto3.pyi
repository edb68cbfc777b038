"""boto3 1.17 to 1.44: https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/session.html"""

import boto3 as session
import flake8_pysafe
from flake8_pysafe.markers import Verify

class Session:
    def client(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ) -> flake8_pysafe.AwsClient: ...
    def resource(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ) -> flake8_pysafe.AwsResource: ...

def client(
    service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
) -> flake8_pysafe.AwsClient: ...
def resource(
    service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
) -> flake8_pysafe.AwsResource: ...
