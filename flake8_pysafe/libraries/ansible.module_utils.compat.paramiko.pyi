"""ansible-core 2.10 to 2.19: paramiko under another name."""

import paramiko
