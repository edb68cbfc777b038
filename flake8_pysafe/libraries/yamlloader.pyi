"""yamlloader 0.5 to 1.6: https://github.com/Phynix/yamlloader"""

import yamlloader.ordereddict as ordereddict
