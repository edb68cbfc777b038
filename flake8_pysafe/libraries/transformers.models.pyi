"""transformers.models of transformers 4.30 to 5.24: https://huggingface.co/docs/transformers/main/en/models"""

import transformers as auto
