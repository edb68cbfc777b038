"""mlflow 1.20 to 3.17: https://mlflow.org/docs/latest/"""

import mlflow.pmdarima as pmdarima
import mlflow.pyfunc as pyfunc
import mlflow.pytorch as pytorch
import mlflow.sklearn as sklearn
import mlflow.statsmodels as statsmodels
