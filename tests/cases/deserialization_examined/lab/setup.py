from setuptools import find_packages, setup

setup(name="lab", version="0.1", packages=find_packages(), install_requires=["torch>=2.6.0", "pyyaml"])
