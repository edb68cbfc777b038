"""sklearn.externals of scikit-learn up to 0.22: https://scikit-learn.org/0.22/modules/model_persistence.html"""

import joblib as joblib
