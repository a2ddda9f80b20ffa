import { exitWithParent } from '@highwater/config/exit-with-parent';

// For `--import`: any script becomes one that ends with the process that started it.
exitWithParent();
