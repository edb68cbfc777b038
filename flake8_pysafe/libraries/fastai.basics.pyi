"""fastai 2.5 to 2.8: https://docs.fast.ai/"""

from fastai.learner import Learner as Learner
from fastai.learner import load_learner as load_learner
from fastai.learner import load_model as load_model
