'use strict';
document.getElementById('back').submit();
