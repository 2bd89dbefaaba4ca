/* The page works without any of this; each module makes one thing easier. */
import "./dialog.js";
import "./draft.js";
import "./errors.js";
import "./menu.js";
import "./small.js";
import "./account-id.js";
import "./browser-check.js";
import "./card-dialog.js";
