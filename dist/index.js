import {
  require_tunnel_50 as require_tunnel,
  require_undici_50 as require_undici
} from "./chunks/index-core.js";
import {
  exceptionNotices_53 as exceptionNotices,
  parseBaseline_53 as parseBaseline,
  scanFiles_53 as scanFiles,
  version_53 as version,
  jsonChunks_3 as jsonChunks,
  toText_3 as toText,
  SHARD_FORM_51 as SHARD_FORM,
  createNames_51 as createNames,
  dayOf_51 as dayOf,
  decideLinks_51 as decideLinks,
  dirname_51 as dirname,
  discover_51 as discover,
  existsSync_51 as existsSync,
  isAbsolute_51 as isAbsolute,
  join_51 as join,
  parseShard_51 as parseShard,
  planShard_51 as planShard,
  relative_51 as relative,
  resolve_51 as resolve,
  sep_51 as sep,
  sha256OfText_51 as sha256OfText,
  sizesOf_51 as sizesOf,
  tmpdir_51 as tmpdir,
  PolicyError_5 as PolicyError,
  defaultPolicy_5 as defaultPolicy,
  withGate_5 as withGate,
  buildReport_1 as buildReport,
  counts_1 as counts,
  exitCode_1 as exitCode,
  isUnsafe_1 as isUnsafe,
  plural_1 as plural,
  verdictText_1 as verdictText,
  withoutFindings_1 as withoutFindings,
  worstFirst_1 as worstFirst,
  safe_2 as safe,
  safeJson_2 as safeJson,
  safeMarkdown_2 as safeMarkdown,
  load_46 as load,
  __toESM_4 as __toESM
} from "./chunks/core.js";
import {
  MergeError,
  mergeReports,
  readReport
} from "./chunks/shared-report-merge-read.js";
import {
  annotations
} from "./chunks/shared-report-annotations.js";
import {
  toMarkdown
} from "./chunks/shared-report-markdown.js";
import {
  sarifForCrash,
  toSarif
} from "./chunks/shared-report-sarif-artifacts.js";
import {
  parsePolicy
} from "./chunks/shared-node-policy-file.js";
import "./chunks/shared-policy-file-parse.js";
import "./chunks/shared-policy-file-nearest-word.js";
import {
  THRESHOLDS
} from "./chunks/shared-policy-file-schema.js";
import {
  MAX_SOURCE,
  firstPartyFromFiles
} from "./chunks/shared-node-first-party.js";
import "./chunks/shared-package-yaml-dist-compose-compose-collection.js";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a3) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// builtin:node:timers/promises
var builtin = load("node:timers/promises");
var of = (name) => builtin[name];
var setTimeout2 = /* @__PURE__ */ of("setTimeout");

// src/action/retry.ts
var maxAttempts = 4;
var firstDelay = 500;
function createRetry(patience = 6e4, sleep = setTimeout2) {
  let left = patience;
  return async (request) => {
    for (let attempt3 = 1; ; attempt3++) {
      const started = performance.now();
      try {
        return await request();
      } catch (error2) {
        left -= performance.now() - started;
        const delay = delayAfter(error2, attempt3);
        if (delay === void 0 || attempt3 === maxAttempts || delay > left) throw error2;
        left -= delay;
        await sleep(delay);
      }
    }
  };
}
function delayAfter(error2, attempt3) {
  const status = statusOf(error2);
  const asked = headerOf(error2, "retry-after");
  const mayHelp = status !== void 0 && (status === 429 || status >= 500 || status === 403 && asked !== void 0);
  if (!mayHelp) return void 0;
  return asked !== void 0 && /^\d+$/.test(asked) ? Number(asked) * 1e3 : firstDelay * 2 ** (attempt3 - 1);
}
function statusOf(error2) {
  return error2 instanceof Error && "status" in error2 && typeof error2.status === "number" ? error2.status : void 0;
}
function headerOf(error2, name) {
  const { response } = error2;
  return response?.headers?.[name]?.toString();
}

// src/action/api.ts
var requestTimeout = 6e4;
function lazyApi(token, { repository }) {
  let opened;
  return () => {
    opened ??= open2(token, repository);
    return opened;
  };
}
async function open2(token, repository) {
  if (token === void 0) throw new Error("the input token is empty");
  if (repository === void 0) throw new Error("GITHUB_REPOSITORY is not set");
  const { getOctokit } = await import("./chunks/package-actions-github-lib-github.js");
  const quiet = () => void 0;
  const octokit = getOctokit(token, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
  const retry = createRetry();
  octokit.hook.wrap(
    "request",
    (request, options) => retry(async () => request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(requestTimeout) } }))
  );
  return { octokit, ...repository };
}
function reasonOf(error2, permission) {
  const message = error2 instanceof Error ? error2.message.split("\n")[0] ?? "" : String(error2);
  const status = statusOf(error2);
  if (status === 401 || status === 403 || status === 404) {
    return `GitHub refuses it (${status}: ${message}). The token needs the permission ${permission}, which pull requests from forks and Dependabot do not get; the repository must have the feature enabled`;
  }
  if (status === 413) return `it is too large (${status}: ${message})`;
  if (status === 422) return `GitHub does not accept it (${status}: ${message})`;
  return status === void 0 ? message : `GitHub answered ${status}: ${message}`;
}

// builtin:node:fs/promises
var builtin2 = load("node:fs/promises");
var of2 = (name) => builtin2[name];
var lstat2 = /* @__PURE__ */ of2("lstat");
var mkdir2 = /* @__PURE__ */ of2("mkdir");
var readFile = /* @__PURE__ */ of2("readFile");
var realpath = /* @__PURE__ */ of2("realpath");
var rename2 = /* @__PURE__ */ of2("rename");
var rm2 = /* @__PURE__ */ of2("rm");
var stat2 = /* @__PURE__ */ of2("stat");
var writeFile2 = /* @__PURE__ */ of2("writeFile");

// node_modules/@actions/glob/lib/internal-globber.js
import * as fs3 from "fs";

// node_modules/@actions/glob/lib/internal-glob-options-helper.js
function getOptions(copy) {
  const result = {
    followSymbolicLinks: true,
    implicitDescendants: true,
    matchDirectories: true,
    omitBrokenSymbolicLinks: true,
    excludeHiddenFiles: false
  };
  if (copy) {
    if (typeof copy.followSymbolicLinks === "boolean") {
      result.followSymbolicLinks = copy.followSymbolicLinks;
      debug(`followSymbolicLinks '${result.followSymbolicLinks}'`);
    }
    if (typeof copy.implicitDescendants === "boolean") {
      result.implicitDescendants = copy.implicitDescendants;
      debug(`implicitDescendants '${result.implicitDescendants}'`);
    }
    if (typeof copy.matchDirectories === "boolean") {
      result.matchDirectories = copy.matchDirectories;
      debug(`matchDirectories '${result.matchDirectories}'`);
    }
    if (typeof copy.omitBrokenSymbolicLinks === "boolean") {
      result.omitBrokenSymbolicLinks = copy.omitBrokenSymbolicLinks;
      debug(`omitBrokenSymbolicLinks '${result.omitBrokenSymbolicLinks}'`);
    }
    if (typeof copy.excludeHiddenFiles === "boolean") {
      result.excludeHiddenFiles = copy.excludeHiddenFiles;
      debug(`excludeHiddenFiles '${result.excludeHiddenFiles}'`);
    }
  }
  return result;
}

// node_modules/@actions/glob/lib/internal-globber.js
import * as path5 from "path";

// node_modules/@actions/glob/lib/internal-path-helper.js
import * as path from "path";
import assert from "assert";
var IS_WINDOWS3 = process.platform === "win32";
function dirname3(p) {
  p = safeTrimTrailingSeparator(p);
  if (IS_WINDOWS3 && /^\\\\[^\\]+(\\[^\\]+)?$/.test(p)) {
    return p;
  }
  let result = path.dirname(p);
  if (IS_WINDOWS3 && /^\\\\[^\\]+\\[^\\]+\\$/.test(result)) {
    result = safeTrimTrailingSeparator(result);
  }
  return result;
}
function ensureAbsoluteRoot(root, itemPath) {
  assert(root, `ensureAbsoluteRoot parameter 'root' must not be empty`);
  assert(itemPath, `ensureAbsoluteRoot parameter 'itemPath' must not be empty`);
  if (hasAbsoluteRoot(itemPath)) {
    return itemPath;
  }
  if (IS_WINDOWS3) {
    if (itemPath.match(/^[A-Z]:[^\\/]|^[A-Z]:$/i)) {
      let cwd = process.cwd();
      assert(cwd.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${cwd}'`);
      if (itemPath[0].toUpperCase() === cwd[0].toUpperCase()) {
        if (itemPath.length === 2) {
          return `${itemPath[0]}:\\${cwd.substr(3)}`;
        } else {
          if (!cwd.endsWith("\\")) {
            cwd += "\\";
          }
          return `${itemPath[0]}:\\${cwd.substr(3)}${itemPath.substr(2)}`;
        }
      } else {
        return `${itemPath[0]}:\\${itemPath.substr(2)}`;
      }
    } else if (normalizeSeparators(itemPath).match(/^\\$|^\\[^\\]/)) {
      const cwd = process.cwd();
      assert(cwd.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${cwd}'`);
      return `${cwd[0]}:\\${itemPath.substr(1)}`;
    }
  }
  assert(hasAbsoluteRoot(root), `ensureAbsoluteRoot parameter 'root' must have an absolute root`);
  if (root.endsWith("/") || IS_WINDOWS3 && root.endsWith("\\")) {
  } else {
    root += path.sep;
  }
  return root + itemPath;
}
function hasAbsoluteRoot(itemPath) {
  assert(itemPath, `hasAbsoluteRoot parameter 'itemPath' must not be empty`);
  itemPath = normalizeSeparators(itemPath);
  if (IS_WINDOWS3) {
    return itemPath.startsWith("\\\\") || /^[A-Z]:\\/i.test(itemPath);
  }
  return itemPath.startsWith("/");
}
function hasRoot(itemPath) {
  assert(itemPath, `isRooted parameter 'itemPath' must not be empty`);
  itemPath = normalizeSeparators(itemPath);
  if (IS_WINDOWS3) {
    return itemPath.startsWith("\\") || /^[A-Z]:/i.test(itemPath);
  }
  return itemPath.startsWith("/");
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS3) {
    p = p.replace(/\//g, "\\");
    const isUnc = /^\\\\+[^\\]/.test(p);
    return (isUnc ? "\\" : "") + p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function safeTrimTrailingSeparator(p) {
  if (!p) {
    return "";
  }
  p = normalizeSeparators(p);
  if (!p.endsWith(path.sep)) {
    return p;
  }
  if (p === path.sep) {
    return p;
  }
  if (IS_WINDOWS3 && /^[A-Z]:\\$/i.test(p)) {
    return p;
  }
  return p.substr(0, p.length - 1);
}

// node_modules/@actions/glob/lib/internal-match-kind.js
var MatchKind;
(function(MatchKind2) {
  MatchKind2[MatchKind2["None"] = 0] = "None";
  MatchKind2[MatchKind2["Directory"] = 1] = "Directory";
  MatchKind2[MatchKind2["File"] = 2] = "File";
  MatchKind2[MatchKind2["All"] = 3] = "All";
})(MatchKind || (MatchKind = {}));

// node_modules/@actions/glob/lib/internal-pattern-helper.js
var IS_WINDOWS4 = process.platform === "win32";
function getSearchPaths(patterns) {
  patterns = patterns.filter((x2) => !x2.negate);
  const searchPathMap = {};
  for (const pattern of patterns) {
    const key = IS_WINDOWS4 ? pattern.searchPath.toUpperCase() : pattern.searchPath;
    searchPathMap[key] = "candidate";
  }
  const result = [];
  for (const pattern of patterns) {
    const key = IS_WINDOWS4 ? pattern.searchPath.toUpperCase() : pattern.searchPath;
    if (searchPathMap[key] === "included") {
      continue;
    }
    let foundAncestor = false;
    let tempKey = key;
    let parent = dirname3(tempKey);
    while (parent !== tempKey) {
      if (searchPathMap[parent]) {
        foundAncestor = true;
        break;
      }
      tempKey = parent;
      parent = dirname3(tempKey);
    }
    if (!foundAncestor) {
      result.push(pattern.searchPath);
      searchPathMap[key] = "included";
    }
  }
  return result;
}
function match(patterns, itemPath) {
  let result = MatchKind.None;
  for (const pattern of patterns) {
    if (pattern.negate) {
      result &= ~pattern.match(itemPath);
    } else {
      result |= pattern.match(itemPath);
    }
  }
  return result;
}
function partialMatch(patterns, itemPath) {
  return patterns.some((x2) => !x2.negate && x2.partialMatch(itemPath));
}

// node_modules/@actions/glob/lib/internal-pattern.js
import * as os5 from "os";
import * as path4 from "path";
import assert3 from "assert";

// node_modules/balanced-match/dist/esm/index.js
var range = (a, b, str) => {
  let begs, beg, left, right = void 0, result;
  let ai = str.indexOf(a);
  let bi = str.indexOf(b, ai + 1);
  let i2 = ai;
  if (ai >= 0 && bi > 0) {
    if (a === b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;
    while (i2 >= 0 && !result) {
      if (i2 === ai) {
        begs.push(i2);
        ai = str.indexOf(a, i2 + 1);
      } else if (begs.length === 1) {
        const r = begs.pop();
        if (r !== void 0)
          result = [r, bi];
      } else {
        beg = begs.pop();
        if (beg !== void 0 && beg < left) {
          left = beg;
          right = bi;
        }
        bi = str.indexOf(b, i2 + 1);
      }
      i2 = ai < bi && ai >= 0 ? ai : bi;
    }
    if (begs.length && right !== void 0) {
      result = [left, right];
    }
  }
  return result;
};

// node_modules/brace-expansion/dist/esm/index.js
var escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
var escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
var escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
var escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
var escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
var escSlashPattern = new RegExp(escSlash, "g");
var escOpenPattern = new RegExp(escOpen, "g");
var escClosePattern = new RegExp(escClose, "g");
var escCommaPattern = new RegExp(escComma, "g");
var escPeriodPattern = new RegExp(escPeriod, "g");
var slashPattern = /\\\\/g;
var openPattern = /\\{/g;
var closePattern = /\\}/g;
var commaPattern = /\\,/g;
var periodPattern = /\\\./g;
var EXPANSION_MAX = 1e5;
var EXPANSION_MAX_LENGTH = 4e6;
var EXPANSION_MAX_DEPTH = 1e3;
var EXPANSION_MAX_REWRITES = 1e3;
var EXPANSION_MAX_STEPS = 2e7;
var CALL_STEPS = 16;
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
  for (let i2 = 0; i2 < items.length; i2++) {
    target.push(items[i2]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open3 = [];
  for (let i2 = 0; i2 < masked.length; i2++) {
    const c = masked.charCodeAt(i2);
    if (c === 123) {
      open3.push(i2);
    } else if (c === 125 && open3.length) {
      open3.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i2 = 0; i2 < open3.length; i2++) {
    const at2 = open3[i2];
    out += masked.slice(last, at2) + "\0";
    last = at2 + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i2 = str.length - 1; i2 >= 0; i2--) {
    const c = str.charCodeAt(i2);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i2 + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail = str.split(",");
      tail[0] = carry + tail[0];
      pushAll(parts, tail);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i2, y) {
  return i2 <= y;
}
function gte(i2, y) {
  return i2 >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x2 = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x2;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i2 = x2; test(i2, y) && N.length < max; i2 += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i2);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i2);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i2 < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH = 1024 * 64;
var assertValidPattern = (pattern) => {
  if (typeof pattern !== "string") {
    throw new TypeError("invalid pattern");
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError("pattern is too long");
  }
};

// node_modules/minimatch/dist/esm/brace-expressions.js
var posixClasses = {
  "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}", true],
  "[:alpha:]": ["\\p{L}\\p{Nl}", true],
  "[:ascii:]": ["\\x00-\\x7f", false],
  "[:blank:]": ["\\p{Zs}\\t", true],
  "[:cntrl:]": ["\\p{Cc}", true],
  "[:digit:]": ["\\p{Nd}", true],
  "[:graph:]": ["\\p{Z}\\p{C}", true, true],
  "[:lower:]": ["\\p{Ll}", true],
  "[:print:]": ["\\p{C}", true],
  "[:punct:]": ["\\p{P}", true],
  "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f", true],
  "[:upper:]": ["\\p{Lu}", true],
  "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}", true],
  "[:xdigit:]": ["A-Fa-f0-9", false]
};
var braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
var regexpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
var rangesToString = (ranges) => ranges.join("");
var parseClass = (glob, position) => {
  const pos = position;
  if (glob.charAt(pos) !== "[") {
    throw new Error("not in a brace expression");
  }
  const ranges = [];
  const negs = [];
  let i2 = pos + 1;
  let sawStart = false;
  let uflag = false;
  let escaping = false;
  let negate = false;
  let endPos = pos;
  let rangeStart = "";
  WHILE: while (i2 < glob.length) {
    const c = glob.charAt(i2);
    if ((c === "!" || c === "^") && i2 === pos + 1) {
      negate = true;
      i2++;
      continue;
    }
    if (c === "]" && sawStart && !escaping) {
      endPos = i2 + 1;
      break;
    }
    sawStart = true;
    if (c === "\\") {
      if (!escaping) {
        escaping = true;
        i2++;
        continue;
      }
    }
    if (c === "[" && !escaping) {
      for (const [cls, [unip, u, neg]] of Object.entries(posixClasses)) {
        if (glob.startsWith(cls, i2)) {
          if (rangeStart) {
            return ["$.", false, glob.length - pos, true];
          }
          i2 += cls.length;
          if (neg)
            negs.push(unip);
          else
            ranges.push(unip);
          uflag = uflag || u;
          continue WHILE;
        }
      }
    }
    escaping = false;
    if (rangeStart) {
      if (c > rangeStart) {
        ranges.push(braceEscape(rangeStart) + "-" + braceEscape(c));
      } else if (c === rangeStart) {
        ranges.push(braceEscape(c));
      }
      rangeStart = "";
      i2++;
      continue;
    }
    if (glob.startsWith("-]", i2 + 1)) {
      ranges.push(braceEscape(c + "-"));
      i2 += 2;
      continue;
    }
    if (glob.startsWith("-", i2 + 1)) {
      rangeStart = c;
      i2 += 2;
      continue;
    }
    ranges.push(braceEscape(c));
    i2++;
  }
  if (endPos < i2) {
    return ["", false, 0, false];
  }
  if (!ranges.length && !negs.length) {
    return ["$.", false, glob.length - pos, true];
  }
  if (negs.length === 0 && ranges.length === 1 && /^\\?.$/.test(ranges[0]) && !negate) {
    const r = ranges[0].length === 2 ? ranges[0].slice(-1) : ranges[0];
    return [regexpEscape(r), false, endPos - pos, false];
  }
  const sranges = "[" + (negate ? "^" : "") + rangesToString(ranges) + "]";
  const snegs = "[" + (negate ? "" : "^") + rangesToString(negs) + "]";
  const comb = ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs;
  return [comb, uflag, endPos - pos, true];
};

// node_modules/minimatch/dist/esm/unescape.js
var unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
  }
  return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/ast.js
var _a;
var types = /* @__PURE__ */ new Set(["!", "?", "+", "*", "@"]);
var isExtglobType = (c) => types.has(c);
var isExtglobAST = (c) => isExtglobType(c.type);
var adoptionMap = /* @__PURE__ */ new Map([
  ["!", ["@"]],
  ["?", ["?", "@"]],
  ["@", ["@"]],
  ["*", ["*", "+", "?", "@"]],
  ["+", ["+", "@"]]
]);
var adoptionWithSpaceMap = /* @__PURE__ */ new Map([
  ["!", ["?"]],
  ["@", ["?"]],
  ["+", ["?", "*"]]
]);
var adoptionAnyMap = /* @__PURE__ */ new Map([
  ["!", ["?", "@"]],
  ["?", ["?", "@"]],
  ["@", ["?", "@"]],
  ["*", ["*", "+", "?", "@"]],
  ["+", ["+", "@", "?", "*"]]
]);
var usurpMap = /* @__PURE__ */ new Map([
  ["!", /* @__PURE__ */ new Map([["!", "@"]])],
  [
    "?",
    /* @__PURE__ */ new Map([
      ["*", "*"],
      ["+", "*"]
    ])
  ],
  [
    "@",
    /* @__PURE__ */ new Map([
      ["!", "!"],
      ["?", "?"],
      ["@", "@"],
      ["*", "*"],
      ["+", "+"]
    ])
  ],
  [
    "+",
    /* @__PURE__ */ new Map([
      ["?", "*"],
      ["*", "*"]
    ])
  ]
]);
var startNoTraversal = "(?!(?:^|/)\\.\\.?(?:$|/))";
var startNoDot = "(?!\\.)";
var addPatternStart = /* @__PURE__ */ new Set(["[", "."]);
var justDots = /* @__PURE__ */ new Set(["..", "."]);
var reSpecials = new Set("().*{}+?[]^$\\!");
var regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
var qmark = "[^/]";
var star = qmark + "*?";
var starNoEmpty = qmark + "+?";
var ID = 0;
var AST = class {
  type;
  #root;
  #hasMagic;
  #uflag = false;
  #parts = [];
  #parent;
  #parentIndex;
  #negs;
  #filledNegs = false;
  #options;
  #toString;
  // set to true if it's an extglob with no children
  // (which really means one child of '')
  #emptyExt = false;
  id = ++ID;
  get depth() {
    return (this.#parent?.depth ?? -1) + 1;
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return {
      "@@type": "AST",
      id: this.id,
      type: this.type,
      root: this.#root.id,
      parent: this.#parent?.id,
      depth: this.depth,
      partsLength: this.#parts.length,
      parts: this.#parts
    };
  }
  constructor(type, parent, options = {}) {
    this.type = type;
    if (type)
      this.#hasMagic = true;
    this.#parent = parent;
    this.#root = this.#parent ? this.#parent.#root : this;
    this.#options = this.#root === this ? options : this.#root.#options;
    this.#negs = this.#root === this ? [] : this.#root.#negs;
    if (type === "!" && !this.#root.#filledNegs)
      this.#negs.push(this);
    this.#parentIndex = this.#parent ? this.#parent.#parts.length : 0;
  }
  get hasMagic() {
    if (this.#hasMagic !== void 0)
      return this.#hasMagic;
    for (const p of this.#parts) {
      if (typeof p === "string")
        continue;
      if (p.type || p.hasMagic)
        return this.#hasMagic = true;
    }
    return this.#hasMagic;
  }
  // reconstructs the pattern
  toString() {
    return this.#toString !== void 0 ? this.#toString : !this.type ? this.#toString = this.#parts.map((p) => String(p)).join("") : this.#toString = this.type + "(" + this.#parts.map((p) => String(p)).join("|") + ")";
  }
  #fillNegs() {
    if (this !== this.#root)
      throw new Error("should only call on root");
    if (this.#filledNegs)
      return this;
    this.toString();
    this.#filledNegs = true;
    let n;
    while (n = this.#negs.pop()) {
      if (n.type !== "!")
        continue;
      let p = n;
      let pp = p.#parent;
      while (pp) {
        for (let i2 = p.#parentIndex + 1; !pp.type && i2 < pp.#parts.length; i2++) {
          for (const part of n.#parts) {
            if (typeof part === "string") {
              throw new Error("string part in extglob AST??");
            }
            part.copyIn(pp.#parts[i2]);
          }
        }
        p = pp;
        pp = p.#parent;
      }
    }
    return this;
  }
  push(...parts) {
    for (const p of parts) {
      if (p === "")
        continue;
      if (typeof p !== "string" && !(p instanceof _a && p.#parent === this)) {
        throw new Error("invalid part: " + p);
      }
      this.#parts.push(p);
    }
  }
  toJSON() {
    const ret = this.type === null ? this.#parts.slice().map((p) => typeof p === "string" ? p : p.toJSON()) : [this.type, ...this.#parts.map((p) => p.toJSON())];
    if (this.isStart() && !this.type)
      ret.unshift([]);
    if (this.isEnd() && (this === this.#root || this.#root.#filledNegs && this.#parent?.type === "!")) {
      ret.push({});
    }
    return ret;
  }
  isStart() {
    if (this.#root === this)
      return true;
    if (!this.#parent?.isStart())
      return false;
    if (this.#parentIndex === 0)
      return true;
    const p = this.#parent;
    for (let i2 = 0; i2 < this.#parentIndex; i2++) {
      const pp = p.#parts[i2];
      if (!(pp instanceof _a && pp.type === "!")) {
        return false;
      }
    }
    return true;
  }
  isEnd() {
    if (this.#root === this)
      return true;
    if (this.#parent?.type === "!")
      return true;
    if (!this.#parent?.isEnd())
      return false;
    if (!this.type)
      return this.#parent?.isEnd();
    const pl = this.#parent ? this.#parent.#parts.length : 0;
    return this.#parentIndex === pl - 1;
  }
  copyIn(part) {
    if (typeof part === "string")
      this.push(part);
    else
      this.push(part.clone(this));
  }
  clone(parent) {
    const c = new _a(this.type, parent);
    for (const p of this.#parts) {
      c.copyIn(p);
    }
    return c;
  }
  static #parseAST(str, ast, pos, opt, extDepth) {
    const maxDepth = opt.maxExtglobRecursion ?? 2;
    let escaping = false;
    let inBrace = false;
    let braceStart = -1;
    let braceNeg = false;
    if (ast.type === null) {
      let i3 = pos;
      let acc2 = "";
      while (i3 < str.length) {
        const c = str.charAt(i3++);
        if (escaping || c === "\\") {
          escaping = !escaping;
          acc2 += c;
          continue;
        }
        if (inBrace) {
          if (i3 === braceStart + 1) {
            if (c === "^" || c === "!") {
              braceNeg = true;
            }
          } else if (c === "]" && !(i3 === braceStart + 2 && braceNeg)) {
            inBrace = false;
          }
          acc2 += c;
          continue;
        } else if (c === "[") {
          inBrace = true;
          braceStart = i3;
          braceNeg = false;
          acc2 += c;
          continue;
        }
        const doRecurse = !opt.noext && isExtglobType(c) && str.charAt(i3) === "(" && extDepth <= maxDepth;
        if (doRecurse) {
          ast.push(acc2);
          acc2 = "";
          const ext2 = new _a(c, ast);
          i3 = _a.#parseAST(str, ext2, i3, opt, extDepth + 1);
          ast.push(ext2);
          continue;
        }
        acc2 += c;
      }
      ast.push(acc2);
      return i3;
    }
    let i2 = pos + 1;
    let part = new _a(null, ast);
    const parts = [];
    let acc = "";
    while (i2 < str.length) {
      const c = str.charAt(i2++);
      if (escaping || c === "\\") {
        escaping = !escaping;
        acc += c;
        continue;
      }
      if (inBrace) {
        if (i2 === braceStart + 1) {
          if (c === "^" || c === "!") {
            braceNeg = true;
          }
        } else if (c === "]" && !(i2 === braceStart + 2 && braceNeg)) {
          inBrace = false;
        }
        acc += c;
        continue;
      } else if (c === "[") {
        inBrace = true;
        braceStart = i2;
        braceNeg = false;
        acc += c;
        continue;
      }
      const doRecurse = !opt.noext && isExtglobType(c) && str.charAt(i2) === "(" && /* c8 ignore start - the maxDepth is sufficient here */
      (extDepth <= maxDepth || ast && ast.#canAdoptType(c));
      if (doRecurse) {
        const depthAdd = ast && ast.#canAdoptType(c) ? 0 : 1;
        part.push(acc);
        acc = "";
        const ext2 = new _a(c, part);
        part.push(ext2);
        i2 = _a.#parseAST(str, ext2, i2, opt, extDepth + depthAdd);
        continue;
      }
      if (c === "|") {
        part.push(acc);
        acc = "";
        parts.push(part);
        part = new _a(null, ast);
        continue;
      }
      if (c === ")") {
        if (acc === "" && ast.#parts.length === 0) {
          ast.#emptyExt = true;
        }
        part.push(acc);
        acc = "";
        ast.push(...parts, part);
        return i2;
      }
      acc += c;
    }
    ast.type = null;
    ast.#hasMagic = void 0;
    ast.#parts = [str.substring(pos - 1)];
    return i2;
  }
  #canAdoptWithSpace(child) {
    return this.#canAdopt(child, adoptionWithSpaceMap);
  }
  #canAdopt(child, map = adoptionMap) {
    if (!child || typeof child !== "object" || child.type !== null || child.#parts.length !== 1 || this.type === null) {
      return false;
    }
    const gc = child.#parts[0];
    if (!gc || typeof gc !== "object" || gc.type === null) {
      return false;
    }
    return this.#canAdoptType(gc.type, map);
  }
  #canAdoptType(c, map = adoptionAnyMap) {
    return !!map.get(this.type)?.includes(c);
  }
  #adoptWithSpace(child, index) {
    const gc = child.#parts[0];
    const blank = new _a(null, gc, this.options);
    blank.#parts.push("");
    gc.push(blank);
    this.#adopt(child, index);
  }
  #adopt(child, index) {
    const gc = child.#parts[0];
    this.#parts.splice(index, 1, ...gc.#parts);
    for (const p of gc.#parts) {
      if (typeof p === "object")
        p.#parent = this;
    }
    this.#toString = void 0;
  }
  #canUsurpType(c) {
    const m = usurpMap.get(this.type);
    return !!m?.has(c);
  }
  #canUsurp(child) {
    if (!child || typeof child !== "object" || child.type !== null || child.#parts.length !== 1 || this.type === null || this.#parts.length !== 1) {
      return false;
    }
    const gc = child.#parts[0];
    if (!gc || typeof gc !== "object" || gc.type === null) {
      return false;
    }
    return this.#canUsurpType(gc.type);
  }
  #usurp(child) {
    const m = usurpMap.get(this.type);
    const gc = child.#parts[0];
    const nt = m?.get(gc.type);
    if (!nt)
      return false;
    this.#parts = gc.#parts;
    for (const p of this.#parts) {
      if (typeof p === "object") {
        p.#parent = this;
      }
    }
    this.type = nt;
    this.#toString = void 0;
    this.#emptyExt = false;
  }
  static fromGlob(pattern, options = {}) {
    const ast = new _a(null, void 0, options);
    _a.#parseAST(pattern, ast, 0, options, 0);
    return ast;
  }
  // returns the regular expression if there's magic, or the unescaped
  // string if not.
  toMMPattern() {
    if (this !== this.#root)
      return this.#root.toMMPattern();
    const glob = this.toString();
    const [re, body, hasMagic, uflag] = this.toRegExpSource();
    const anyMagic = hasMagic || this.#hasMagic || this.#options.nocase && !this.#options.nocaseMagicOnly && glob.toUpperCase() !== glob.toLowerCase();
    if (!anyMagic) {
      return body;
    }
    const flags = (this.#options.nocase ? "i" : "") + (uflag ? "u" : "");
    return Object.assign(new RegExp(`^${re}$`, flags), {
      _src: re,
      _glob: glob
    });
  }
  get options() {
    return this.#options;
  }
  // returns the string match, the regexp source, whether there's magic
  // in the regexp (so a regular expression is required) and whether or
  // not the uflag is needed for the regular expression (for posix classes)
  // TODO: instead of injecting the start/end at this point, just return
  // the BODY of the regexp, along with the start/end portions suitable
  // for binding the start/end in either a joined full-path makeRe context
  // (where we bind to (^|/), or a standalone matchPart context (where
  // we bind to ^, and not /).  Otherwise slashes get duped!
  //
  // In part-matching mode, the start is:
  // - if not isStart: nothing
  // - if traversal possible, but not allowed: ^(?!\.\.?$)
  // - if dots allowed or not possible: ^
  // - if dots possible and not allowed: ^(?!\.)
  // end is:
  // - if not isEnd(): nothing
  // - else: $
  //
  // In full-path matching mode, we put the slash at the START of the
  // pattern, so start is:
  // - if first pattern: same as part-matching mode
  // - if not isStart(): nothing
  // - if traversal possible, but not allowed: /(?!\.\.?(?:$|/))
  // - if dots allowed or not possible: /
  // - if dots possible and not allowed: /(?!\.)
  // end is:
  // - if last pattern, same as part-matching mode
  // - else nothing
  //
  // Always put the (?:$|/) on negated tails, though, because that has to be
  // there to bind the end of the negated pattern portion, and it's easier to
  // just stick it in now rather than try to inject it later in the middle of
  // the pattern.
  //
  // We can just always return the same end, and leave it up to the caller
  // to know whether it's going to be used joined or in parts.
  // And, if the start is adjusted slightly, can do the same there:
  // - if not isStart: nothing
  // - if traversal possible, but not allowed: (?:/|^)(?!\.\.?$)
  // - if dots allowed or not possible: (?:/|^)
  // - if dots possible and not allowed: (?:/|^)(?!\.)
  //
  // But it's better to have a simpler binding without a conditional, for
  // performance, so probably better to return both start options.
  //
  // Then the caller just ignores the end if it's not the first pattern,
  // and the start always gets applied.
  //
  // But that's always going to be $ if it's the ending pattern, or nothing,
  // so the caller can just attach $ at the end of the pattern when building.
  //
  // So the todo is:
  // - better detect what kind of start is needed
  // - return both flavors of starting pattern
  // - attach $ at the end of the pattern when creating the actual RegExp
  //
  // Ah, but wait, no, that all only applies to the root when the first pattern
  // is not an extglob. If the first pattern IS an extglob, then we need all
  // that dot prevention biz to live in the extglob portions, because eg
  // +(*|.x*) can match .xy but not .yx.
  //
  // So, return the two flavors if it's #root and the first child is not an
  // AST, otherwise leave it to the child AST to handle it, and there,
  // use the (?:^|/) style of start binding.
  //
  // Even simplified further:
  // - Since the start for a join is eg /(?!\.) and the start for a part
  // is ^(?!\.), we can just prepend (?!\.) to the pattern (either root
  // or start or whatever) and prepend ^ or / at the Regexp construction.
  toRegExpSource(allowDot) {
    const dot = allowDot ?? !!this.#options.dot;
    if (this.#root === this) {
      this.#flatten();
      this.#fillNegs();
    }
    if (!isExtglobAST(this)) {
      const noEmpty = this.isStart() && this.isEnd() && !this.#parts.some((s) => typeof s !== "string");
      const src = this.#parts.map((p) => {
        const [re, _, hasMagic, uflag] = typeof p === "string" ? _a.#parseGlob(p, this.#hasMagic, noEmpty) : p.toRegExpSource(allowDot);
        this.#hasMagic = this.#hasMagic || hasMagic;
        this.#uflag = this.#uflag || uflag;
        return re;
      }).join("");
      let start2 = "";
      if (this.isStart()) {
        if (typeof this.#parts[0] === "string") {
          const dotTravAllowed = this.#parts.length === 1 && justDots.has(this.#parts[0]);
          if (!dotTravAllowed) {
            const aps = addPatternStart;
            const needNoTrav = (
              // dots are allowed, and the pattern starts with [ or .
              dot && aps.has(src.charAt(0)) || // the pattern starts with \., and then [ or .
              src.startsWith("\\.") && aps.has(src.charAt(2)) || // the pattern starts with \.\., and then [ or .
              src.startsWith("\\.\\.") && aps.has(src.charAt(4))
            );
            const needNoDot = !dot && !allowDot && aps.has(src.charAt(0));
            start2 = needNoTrav ? startNoTraversal : needNoDot ? startNoDot : "";
          }
        }
      }
      let end = "";
      if (this.isEnd() && this.#root.#filledNegs && this.#parent?.type === "!") {
        end = "(?:$|\\/)";
      }
      const final2 = start2 + src + end;
      return [
        final2,
        unescape(src),
        this.#hasMagic = !!this.#hasMagic,
        this.#uflag
      ];
    }
    const repeated = this.type === "*" || this.type === "+";
    const start = this.type === "!" ? "(?:(?!(?:" : "(?:";
    let body = this.#partsToRegExp(dot);
    if (this.isStart() && this.isEnd() && !body && this.type !== "!") {
      const s = this.toString();
      const me = this;
      me.#parts = [s];
      me.type = null;
      me.#hasMagic = void 0;
      return [s, unescape(this.toString()), false, false];
    }
    let bodyDotAllowed = !repeated || allowDot || dot || !startNoDot ? "" : this.#partsToRegExp(true);
    if (bodyDotAllowed === body) {
      bodyDotAllowed = "";
    }
    if (bodyDotAllowed) {
      body = `(?:${body})(?:${bodyDotAllowed})*?`;
    }
    let final = "";
    if (this.type === "!" && this.#emptyExt) {
      final = (this.isStart() && !dot ? startNoDot : "") + starNoEmpty;
    } else {
      const close = this.type === "!" ? (
        // !() must match something,but !(x) can match ''
        "))" + (this.isStart() && !dot && !allowDot ? startNoDot : "") + star + ")"
      ) : this.type === "@" ? ")" : this.type === "?" ? ")?" : this.type === "+" && bodyDotAllowed ? ")" : this.type === "*" && bodyDotAllowed ? `)?` : `)${this.type}`;
      final = start + body + close;
    }
    return [
      final,
      unescape(body),
      this.#hasMagic = !!this.#hasMagic,
      this.#uflag
    ];
  }
  #flatten() {
    if (!isExtglobAST(this)) {
      for (const p of this.#parts) {
        if (typeof p === "object") {
          p.#flatten();
        }
      }
    } else {
      let iterations = 0;
      let done = false;
      do {
        done = true;
        for (let i2 = 0; i2 < this.#parts.length; i2++) {
          const c = this.#parts[i2];
          if (typeof c === "object") {
            c.#flatten();
            if (this.#canAdopt(c)) {
              done = false;
              this.#adopt(c, i2);
            } else if (this.#canAdoptWithSpace(c)) {
              done = false;
              this.#adoptWithSpace(c, i2);
            } else if (this.#canUsurp(c)) {
              done = false;
              this.#usurp(c);
            }
          }
        }
      } while (!done && ++iterations < 10);
    }
    this.#toString = void 0;
  }
  #partsToRegExp(dot) {
    return this.#parts.map((p) => {
      if (typeof p === "string") {
        throw new Error("string type in extglob ast??");
      }
      const [re, _, _hasMagic, uflag] = p.toRegExpSource(dot);
      this.#uflag = this.#uflag || uflag;
      return re;
    }).filter((p) => !(this.isStart() && this.isEnd()) || !!p).join("|");
  }
  static #parseGlob(glob, hasMagic, noEmpty = false) {
    let escaping = false;
    let re = "";
    let uflag = false;
    let inStar = false;
    for (let i2 = 0; i2 < glob.length; i2++) {
      const c = glob.charAt(i2);
      if (escaping) {
        escaping = false;
        re += (reSpecials.has(c) ? "\\" : "") + c;
        continue;
      }
      if (c === "*") {
        if (inStar)
          continue;
        inStar = true;
        re += noEmpty && /^[*]+$/.test(glob) ? starNoEmpty : star;
        hasMagic = true;
        continue;
      } else {
        inStar = false;
      }
      if (c === "\\") {
        if (i2 === glob.length - 1) {
          re += "\\\\";
        } else {
          escaping = true;
        }
        continue;
      }
      if (c === "[") {
        const [src, needUflag, consumed, magic] = parseClass(glob, i2);
        if (consumed) {
          re += src;
          uflag = uflag || needUflag;
          i2 += consumed - 1;
          hasMagic = hasMagic || magic;
          continue;
        }
      }
      if (c === "?") {
        re += qmark;
        hasMagic = true;
        continue;
      }
      re += regExpEscape(c);
    }
    return [re, unescape(glob), !!hasMagic, uflag];
  }
};
_a = AST;

// node_modules/minimatch/dist/esm/escape.js
var escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&");
  }
  return windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
};

// node_modules/minimatch/dist/esm/index.js
var minimatch = (p, pattern, options = {}) => {
  assertValidPattern(pattern);
  if (!options.nocomment && pattern.charAt(0) === "#") {
    return false;
  }
  return new Minimatch(pattern, options).match(p);
};
var starDotExtRE = /^\*+([^+@!?*[(]*)$/;
var starDotExtTest = (ext2) => (f) => !f.startsWith(".") && f.endsWith(ext2);
var starDotExtTestDot = (ext2) => (f) => f.endsWith(ext2);
var starDotExtTestNocase = (ext2) => {
  ext2 = ext2.toLowerCase();
  return (f) => !f.startsWith(".") && f.toLowerCase().endsWith(ext2);
};
var starDotExtTestNocaseDot = (ext2) => {
  ext2 = ext2.toLowerCase();
  return (f) => f.toLowerCase().endsWith(ext2);
};
var starDotStarRE = /^\*+\.\*+$/;
var starDotStarTest = (f) => !f.startsWith(".") && f.includes(".");
var starDotStarTestDot = (f) => f !== "." && f !== ".." && f.includes(".");
var dotStarRE = /^\.\*+$/;
var dotStarTest = (f) => f !== "." && f !== ".." && f.startsWith(".");
var starRE = /^\*+$/;
var starTest = (f) => f.length !== 0 && !f.startsWith(".");
var starTestDot = (f) => f.length !== 0 && f !== "." && f !== "..";
var qmarksRE = /^\?+([^+@!?*[(]*)?$/;
var qmarksTestNocase = ([$0, ext2 = ""]) => {
  const noext = qmarksTestNoExt([$0]);
  if (!ext2)
    return noext;
  ext2 = ext2.toLowerCase();
  return (f) => noext(f) && f.toLowerCase().endsWith(ext2);
};
var qmarksTestNocaseDot = ([$0, ext2 = ""]) => {
  const noext = qmarksTestNoExtDot([$0]);
  if (!ext2)
    return noext;
  ext2 = ext2.toLowerCase();
  return (f) => noext(f) && f.toLowerCase().endsWith(ext2);
};
var qmarksTestDot = ([$0, ext2 = ""]) => {
  const noext = qmarksTestNoExtDot([$0]);
  return !ext2 ? noext : (f) => noext(f) && f.endsWith(ext2);
};
var qmarksTest = ([$0, ext2 = ""]) => {
  const noext = qmarksTestNoExt([$0]);
  return !ext2 ? noext : (f) => noext(f) && f.endsWith(ext2);
};
var qmarksTestNoExt = ([$0]) => {
  const len = $0.length;
  return (f) => f.length === len && !f.startsWith(".");
};
var qmarksTestNoExtDot = ([$0]) => {
  const len = $0.length;
  return (f) => f.length === len && f !== "." && f !== "..";
};
var defaultPlatform = typeof process === "object" && process ? typeof process.env === "object" && process.env && process.env.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
var path2 = {
  win32: { sep: "\\" },
  posix: { sep: "/" }
};
var sep3 = defaultPlatform === "win32" ? path2.win32.sep : path2.posix.sep;
minimatch.sep = sep3;
var GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
var qmark2 = "[^/]";
var star2 = qmark2 + "*?";
var twoStarDot = "(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?";
var twoStarNoDot = "(?:(?!(?:\\/|^)\\.).)*?";
var filter = (pattern, options = {}) => (p) => minimatch(p, pattern, options);
minimatch.filter = filter;
var ext = (a, b = {}) => Object.assign({}, a, b);
var defaults = (def) => {
  if (!def || typeof def !== "object" || !Object.keys(def).length) {
    return minimatch;
  }
  const orig = minimatch;
  const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
  return Object.assign(m, {
    Minimatch: class Minimatch extends orig.Minimatch {
      constructor(pattern, options = {}) {
        super(pattern, ext(def, options));
      }
      static defaults(options) {
        return orig.defaults(ext(def, options)).Minimatch;
      }
    },
    AST: class AST extends orig.AST {
      /* c8 ignore start */
      constructor(type, parent, options = {}) {
        super(type, parent, ext(def, options));
      }
      /* c8 ignore stop */
      static fromGlob(pattern, options = {}) {
        return orig.AST.fromGlob(pattern, ext(def, options));
      }
    },
    unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
    escape: (s, options = {}) => orig.escape(s, ext(def, options)),
    filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
    defaults: (options) => orig.defaults(ext(def, options)),
    makeRe: (pattern, options = {}) => orig.makeRe(pattern, ext(def, options)),
    braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
    match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
    sep: orig.sep,
    GLOBSTAR
  });
};
minimatch.defaults = defaults;
var braceExpand = (pattern, options = {}) => {
  assertValidPattern(pattern);
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    return [pattern];
  }
  return expand(pattern, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
var makeRe = (pattern, options = {}) => new Minimatch(pattern, options).makeRe();
minimatch.makeRe = makeRe;
var match2 = (list, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list = list.filter((f) => mm.match(f));
  if (mm.options.nonull && !list.length) {
    list.push(pattern);
  }
  return list;
};
minimatch.match = match2;
var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
var regExpEscape2 = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
var Minimatch = class {
  options;
  set;
  pattern;
  windowsPathsNoEscape;
  nonegate;
  negate;
  comment;
  empty;
  preserveMultipleSlashes;
  partial;
  globSet;
  globParts;
  nocase;
  isWindows;
  platform;
  windowsNoMagicRoot;
  maxGlobstarRecursion;
  regexp;
  constructor(pattern, options = {}) {
    assertValidPattern(pattern);
    options = options || {};
    this.options = options;
    this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? 200;
    this.pattern = pattern;
    this.platform = options.platform || defaultPlatform;
    this.isWindows = this.platform === "win32";
    const awe = "allowWindowsEscape";
    this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[awe] === false;
    if (this.windowsPathsNoEscape) {
      this.pattern = this.pattern.replace(/\\/g, "/");
    }
    this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
    this.regexp = null;
    this.negate = false;
    this.nonegate = !!options.nonegate;
    this.comment = false;
    this.empty = false;
    this.partial = !!options.partial;
    this.nocase = !!this.options.nocase;
    this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
    this.globSet = [];
    this.globParts = [];
    this.set = [];
    this.make();
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part of pattern) {
        if (typeof part !== "string")
          return true;
      }
    }
    return false;
  }
  debug(..._) {
  }
  make() {
    const pattern = this.pattern;
    const options = this.options;
    if (!options.nocomment && pattern.charAt(0) === "#") {
      this.comment = true;
      return;
    }
    if (!pattern) {
      this.empty = true;
      return;
    }
    this.parseNegate();
    this.globSet = [...new Set(this.braceExpand())];
    if (options.debug) {
      this.debug = (...args) => console.error(...args);
    }
    this.debug(this.pattern, this.globSet);
    const rawGlobParts = this.globSet.map((s) => this.slashSplit(s));
    this.globParts = this.preprocess(rawGlobParts);
    this.debug(this.pattern, this.globParts);
    let set = this.globParts.map((s, _, __) => {
      if (this.isWindows && this.windowsNoMagicRoot) {
        const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && !globMagic.test(s[3]);
        const isDrive = /^[a-z]:/i.test(s[0]);
        if (isUNC) {
          return [
            ...s.slice(0, 4),
            ...s.slice(4).map((ss) => this.parse(ss))
          ];
        } else if (isDrive) {
          return [s[0], ...s.slice(1).map((ss) => this.parse(ss))];
        }
      }
      return s.map((ss) => this.parse(ss));
    });
    this.debug(this.pattern, set);
    this.set = set.filter((s) => s.indexOf(false) === -1);
    if (this.isWindows) {
      for (let i2 = 0; i2 < this.set.length; i2++) {
        const p = this.set[i2];
        if (p[0] === "" && p[1] === "" && this.globParts[i2][2] === "?" && typeof p[3] === "string" && /^[a-z]:$/i.test(p[3])) {
          p[2] = "?";
        }
      }
    }
    this.debug(this.pattern, this.set);
  }
  // various transforms to equivalent pattern sets that are
  // faster to process in a filesystem walk.  The goal is to
  // eliminate what we can, and push all ** patterns as far
  // to the right as possible, even if it increases the number
  // of patterns that we have to process.
  preprocess(globParts) {
    if (this.options.noglobstar) {
      for (const partset of globParts) {
        for (let j = 0; j < partset.length; j++) {
          if (partset[j] === "**") {
            partset[j] = "*";
          }
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      globParts = this.firstPhasePreProcess(globParts);
      globParts = this.secondPhasePreProcess(globParts);
    } else if (optimizationLevel >= 1) {
      globParts = this.levelOneOptimize(globParts);
    } else {
      globParts = this.adjascentGlobstarOptimize(globParts);
    }
    return globParts;
  }
  // just get rid of adjascent ** portions
  adjascentGlobstarOptimize(globParts) {
    return globParts.map((parts) => {
      let gs = -1;
      while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
        let i2 = gs;
        while (parts[i2 + 1] === "**") {
          i2++;
        }
        if (i2 !== gs) {
          parts.splice(gs, i2 - gs);
        }
      }
      return parts;
    });
  }
  // get rid of adjascent ** and resolve .. portions
  levelOneOptimize(globParts) {
    return globParts.map((parts) => {
      parts = parts.reduce((set, part) => {
        const prev = set[set.length - 1];
        if (part === "**" && prev === "**") {
          return set;
        }
        if (part === "..") {
          if (prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part);
        return set;
      }, []);
      return parts.length === 0 ? [""] : parts;
    });
  }
  levelTwoFileOptimize(parts) {
    if (!Array.isArray(parts)) {
      parts = this.slashSplit(parts);
    }
    let didSomething = false;
    do {
      didSomething = false;
      if (!this.preserveMultipleSlashes) {
        for (let i2 = 1; i2 < parts.length - 1; i2++) {
          const p = parts[i2];
          if (i2 === 1 && p === "" && parts[0] === "")
            continue;
          if (p === "." || p === "") {
            didSomething = true;
            parts.splice(i2, 1);
            i2--;
          }
        }
        if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
          didSomething = true;
          parts.pop();
        }
      }
      let dd = 0;
      while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
        const p = parts[dd - 1];
        if (p && p !== "." && p !== ".." && p !== "**" && !(this.isWindows && /^[a-z]:$/i.test(p))) {
          didSomething = true;
          parts.splice(dd - 1, 2);
          dd -= 2;
        }
      }
    } while (didSomething);
    return parts.length === 0 ? [""] : parts;
  }
  // First phase: single-pattern processing
  // <pre> is 1 or more portions
  // <rest> is 1 or more portions
  // <p> is any portion other than ., .., '', or **
  // <e> is . or ''
  //
  // **/.. is *brutal* for filesystem walking performance, because
  // it effectively resets the recursive walk each time it occurs,
  // and ** cannot be reduced out by a .. pattern part like a regexp
  // or most strings (other than .., ., and '') can be.
  //
  // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
  // <pre>/<e>/<rest> -> <pre>/<rest>
  // <pre>/<p>/../<rest> -> <pre>/<rest>
  // **/**/<rest> -> **/<rest>
  //
  // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
  // this WOULD be allowed if ** did follow symlinks, or * didn't
  firstPhasePreProcess(globParts) {
    let didSomething = false;
    do {
      didSomething = false;
      for (let parts of globParts) {
        let gs = -1;
        while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
          let gss = gs;
          while (parts[gss + 1] === "**") {
            gss++;
          }
          if (gss > gs) {
            parts.splice(gs + 1, gss - gs);
          }
          let next = parts[gs + 1];
          const p = parts[gs + 2];
          const p2 = parts[gs + 3];
          if (next !== "..")
            continue;
          if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
            continue;
          }
          didSomething = true;
          parts.splice(gs, 1);
          const other = parts.slice(0);
          other[gs] = "**";
          globParts.push(other);
          gs--;
        }
        if (!this.preserveMultipleSlashes) {
          for (let i2 = 1; i2 < parts.length - 1; i2++) {
            const p = parts[i2];
            if (i2 === 1 && p === "" && parts[0] === "")
              continue;
            if (p === "." || p === "") {
              didSomething = true;
              parts.splice(i2, 1);
              i2--;
            }
          }
          if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
            didSomething = true;
            parts.pop();
          }
        }
        let dd = 0;
        while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
          const p = parts[dd - 1];
          if (p && p !== "." && p !== ".." && p !== "**") {
            didSomething = true;
            const needDot = dd === 1 && parts[dd + 1] === "**";
            const splin = needDot ? ["."] : [];
            parts.splice(dd - 1, 2, ...splin);
            if (parts.length === 0)
              parts.push("");
            dd -= 2;
          }
        }
      }
    } while (didSomething);
    return globParts;
  }
  // second phase: multi-pattern dedupes
  // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
  // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
  // {<pre>/**/<rest>,<pre>/<rest>} -> <pre>/**/<rest>
  //
  // {<pre>/**/<rest>,<pre>/**/<p>/<rest>} -> <pre>/**/<rest>
  // ^-- not valid because ** doens't follow symlinks
  secondPhasePreProcess(globParts) {
    for (let i2 = 0; i2 < globParts.length - 1; i2++) {
      for (let j = i2 + 1; j < globParts.length; j++) {
        const matched = this.partsMatch(globParts[i2], globParts[j], !this.preserveMultipleSlashes);
        if (matched) {
          globParts[i2] = [];
          globParts[j] = matched;
          break;
        }
      }
    }
    return globParts.filter((gs) => gs.length);
  }
  partsMatch(a, b, emptyGSMatch = false) {
    let ai = 0;
    let bi = 0;
    let result = [];
    let which2 = "";
    while (ai < a.length && bi < b.length) {
      if (a[ai] === b[bi]) {
        result.push(which2 === "b" ? b[bi] : a[ai]);
        ai++;
        bi++;
      } else if (emptyGSMatch && a[ai] === "**" && b[bi] === a[ai + 1]) {
        result.push(a[ai]);
        ai++;
      } else if (emptyGSMatch && b[bi] === "**" && a[ai] === b[bi + 1]) {
        result.push(b[bi]);
        bi++;
      } else if (a[ai] === "*" && b[bi] && (this.options.dot || !b[bi].startsWith(".")) && b[bi] !== "**") {
        if (which2 === "b")
          return false;
        which2 = "a";
        result.push(a[ai]);
        ai++;
        bi++;
      } else if (b[bi] === "*" && a[ai] && (this.options.dot || !a[ai].startsWith(".")) && a[ai] !== "**") {
        if (which2 === "a")
          return false;
        which2 = "b";
        result.push(b[bi]);
        ai++;
        bi++;
      } else {
        return false;
      }
    }
    return a.length === b.length && result;
  }
  parseNegate() {
    if (this.nonegate)
      return;
    const pattern = this.pattern;
    let negate = false;
    let negateOffset = 0;
    for (let i2 = 0; i2 < pattern.length && pattern.charAt(i2) === "!"; i2++) {
      negate = !negate;
      negateOffset++;
    }
    if (negateOffset)
      this.pattern = pattern.slice(negateOffset);
    this.negate = negate;
  }
  // set partial to true to test if, for example,
  // "/a/b" matches the start of "/*/b/*/d"
  // Partial means, if you run out of file before you run
  // out of pattern, then that's fine, as long as all
  // the parts match.
  matchOne(file, pattern, partial = false) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    if (this.isWindows) {
      const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
      const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
      const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
      const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
      const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
      const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
      if (typeof fdi === "number" && typeof pdi === "number") {
        const [fd2, pd] = [
          file[fdi],
          pattern[pdi]
        ];
        if (fd2.toLowerCase() === pd.toLowerCase()) {
          pattern[pdi] = fd2;
          patternStartIndex = pdi;
          fileStartIndex = fdi;
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      file = this.levelTwoFileOptimize(file);
    }
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
    const lastgs = pattern.lastIndexOf(GLOBSTAR);
    const [head, body, tail] = partial ? [
      pattern.slice(patternIndex, firstgs),
      pattern.slice(firstgs + 1),
      []
    ] : [
      pattern.slice(patternIndex, firstgs),
      pattern.slice(firstgs + 1, lastgs),
      pattern.slice(lastgs + 1)
    ];
    if (head.length) {
      const fileHead = file.slice(fileIndex, fileIndex + head.length);
      if (!this.#matchOne(fileHead, head, partial, 0, 0)) {
        return false;
      }
      fileIndex += head.length;
      patternIndex += head.length;
    }
    let fileTailMatch = 0;
    if (tail.length) {
      if (tail.length + fileIndex > file.length)
        return false;
      let tailStart = file.length - tail.length;
      if (this.#matchOne(file, tail, partial, tailStart, 0)) {
        fileTailMatch = tail.length;
      } else {
        if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) {
          return false;
        }
        tailStart--;
        if (!this.#matchOne(file, tail, partial, tailStart, 0)) {
          return false;
        }
        fileTailMatch = tail.length + 1;
      }
    }
    if (!body.length) {
      let sawSome = !!fileTailMatch;
      for (let i3 = fileIndex; i3 < file.length - fileTailMatch; i3++) {
        const f = String(file[i3]);
        sawSome = true;
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return partial || sawSome;
    }
    const bodySegments = [[[], 0]];
    let currentBody = bodySegments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body) {
      if (b === GLOBSTAR) {
        nonGsPartsSums.push(nonGsParts);
        currentBody = [[], 0];
        bodySegments.push(currentBody);
      } else {
        currentBody[0].push(b);
        nonGsParts++;
      }
    }
    let i2 = bodySegments.length - 1;
    const fileLength = file.length - fileTailMatch;
    for (const b of bodySegments) {
      b[1] = fileLength - (nonGsPartsSums[i2--] + b[0].length);
    }
    return !!this.#matchGlobStarBodySections(file, bodySegments, fileIndex, 0, partial, 0, !!fileTailMatch);
  }
  // return false for "nope, not matching"
  // return null for "not matching, cannot keep trying"
  #matchGlobStarBodySections(file, bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail) {
    const bs = bodySegments[bodyIndex];
    if (!bs) {
      for (let i2 = fileIndex; i2 < file.length; i2++) {
        sawTail = true;
        const f = file[i2];
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return sawTail;
    }
    const [body, after] = bs;
    while (fileIndex <= after) {
      const m = this.#matchOne(file.slice(0, fileIndex + body.length), body, partial, fileIndex, 0);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail);
        if (sub !== false) {
          return sub;
        }
      }
      const f = file[fileIndex];
      if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
        return false;
      }
      fileIndex++;
    }
    return partial || null;
  }
  #matchOne(file, pattern, partial, fileIndex, patternIndex) {
    let fi;
    let pi;
    let pl;
    let fl2;
    for (fi = fileIndex, pi = patternIndex, fl2 = file.length, pl = pattern.length; fi < fl2 && pi < pl; fi++, pi++) {
      this.debug("matchOne loop");
      let p = pattern[pi];
      let f = file[fi];
      this.debug(pattern, p, f);
      if (p === false || p === GLOBSTAR) {
        return false;
      }
      let hit;
      if (typeof p === "string") {
        hit = f === p;
        this.debug("string match", p, f, hit);
      } else {
        hit = p.test(f);
        this.debug("pattern match", p, f, hit);
      }
      if (!hit)
        return false;
    }
    if (fi === fl2 && pi === pl) {
      return true;
    } else if (fi === fl2) {
      return partial;
    } else if (pi === pl) {
      return fi === fl2 - 1 && file[fi] === "";
    } else {
      throw new Error("wtf?");
    }
  }
  braceExpand() {
    return braceExpand(this.pattern, this.options);
  }
  parse(pattern) {
    assertValidPattern(pattern);
    const options = this.options;
    if (pattern === "**")
      return GLOBSTAR;
    if (pattern === "")
      return "";
    let m;
    let fastTest = null;
    if (m = pattern.match(starRE)) {
      fastTest = options.dot ? starTestDot : starTest;
    } else if (m = pattern.match(starDotExtRE)) {
      fastTest = (options.nocase ? options.dot ? starDotExtTestNocaseDot : starDotExtTestNocase : options.dot ? starDotExtTestDot : starDotExtTest)(m[1]);
    } else if (m = pattern.match(qmarksRE)) {
      fastTest = (options.nocase ? options.dot ? qmarksTestNocaseDot : qmarksTestNocase : options.dot ? qmarksTestDot : qmarksTest)(m);
    } else if (m = pattern.match(starDotStarRE)) {
      fastTest = options.dot ? starDotStarTestDot : starDotStarTest;
    } else if (m = pattern.match(dotStarRE)) {
      fastTest = dotStarTest;
    }
    const re = AST.fromGlob(pattern, this.options).toMMPattern();
    if (fastTest && typeof re === "object") {
      Reflect.defineProperty(re, "test", { value: fastTest });
    }
    return re;
  }
  makeRe() {
    if (this.regexp || this.regexp === false)
      return this.regexp;
    const set = this.set;
    if (!set.length) {
      this.regexp = false;
      return this.regexp;
    }
    const options = this.options;
    const twoStar = options.noglobstar ? star2 : options.dot ? twoStarDot : twoStarNoDot;
    const flags = new Set(options.nocase ? ["i"] : []);
    let re = set.map((pattern) => {
      const pp = pattern.map((p) => {
        if (p instanceof RegExp) {
          for (const f of p.flags.split(""))
            flags.add(f);
        }
        return typeof p === "string" ? regExpEscape2(p) : p === GLOBSTAR ? GLOBSTAR : p._src;
      });
      pp.forEach((p, i2) => {
        const next = pp[i2 + 1];
        const prev = pp[i2 - 1];
        if (p !== GLOBSTAR || prev === GLOBSTAR) {
          return;
        }
        if (prev === void 0) {
          if (next !== void 0 && next !== GLOBSTAR) {
            pp[i2 + 1] = "(?:\\/|" + twoStar + "\\/)?" + next;
          } else {
            pp[i2] = twoStar;
          }
        } else if (next === void 0) {
          pp[i2 - 1] = prev + "(?:\\/|\\/" + twoStar + ")?";
        } else if (next !== GLOBSTAR) {
          pp[i2 - 1] = prev + "(?:\\/|\\/" + twoStar + "\\/)" + next;
          pp[i2 + 1] = GLOBSTAR;
        }
      });
      const filtered = pp.filter((p) => p !== GLOBSTAR);
      if (this.partial && filtered.length >= 1) {
        const prefixes = [];
        for (let i2 = 1; i2 <= filtered.length; i2++) {
          prefixes.push(filtered.slice(0, i2).join("/"));
        }
        return "(?:" + prefixes.join("|") + ")";
      }
      return filtered.join("/");
    }).join("|");
    const [open3, close] = set.length > 1 ? ["(?:", ")"] : ["", ""];
    re = "^" + open3 + re + close + "$";
    if (this.partial) {
      re = "^(?:\\/|" + open3 + re.slice(1, -1) + close + ")$";
    }
    if (this.negate)
      re = "^(?!" + re + ").+$";
    try {
      this.regexp = new RegExp(re, [...flags].join(""));
    } catch {
      this.regexp = false;
    }
    return this.regexp;
  }
  slashSplit(p) {
    if (this.preserveMultipleSlashes) {
      return p.split("/");
    } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
      return ["", ...p.split(/\/+/)];
    } else {
      return p.split(/\/+/);
    }
  }
  match(f, partial = this.partial) {
    this.debug("match", f, this.pattern);
    if (this.comment) {
      return false;
    }
    if (this.empty) {
      return f === "";
    }
    if (f === "/" && partial) {
      return true;
    }
    const options = this.options;
    if (this.isWindows) {
      f = f.split("\\").join("/");
    }
    const ff = this.slashSplit(f);
    this.debug(this.pattern, "split", ff);
    const set = this.set;
    this.debug(this.pattern, "set", set);
    let filename = ff[ff.length - 1];
    if (!filename) {
      for (let i2 = ff.length - 2; !filename && i2 >= 0; i2--) {
        filename = ff[i2];
      }
    }
    for (const pattern of set) {
      let file = ff;
      if (options.matchBase && pattern.length === 1) {
        file = [filename];
      }
      const hit = this.matchOne(file, pattern, partial);
      if (hit) {
        if (options.flipNegate) {
          return true;
        }
        return !this.negate;
      }
    }
    if (options.flipNegate) {
      return false;
    }
    return this.negate;
  }
  static defaults(def) {
    return minimatch.defaults(def).Minimatch;
  }
};
minimatch.AST = AST;
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// node_modules/@actions/glob/lib/internal-path.js
import * as path3 from "path";
import assert2 from "assert";
var IS_WINDOWS5 = process.platform === "win32";
var Path = class {
  /**
   * Constructs a Path
   * @param itemPath Path or array of segments
   */
  constructor(itemPath) {
    this.segments = [];
    if (typeof itemPath === "string") {
      assert2(itemPath, `Parameter 'itemPath' must not be empty`);
      itemPath = safeTrimTrailingSeparator(itemPath);
      if (!hasRoot(itemPath)) {
        this.segments = itemPath.split(path3.sep);
      } else {
        let remaining = itemPath;
        let dir = dirname3(remaining);
        while (dir !== remaining) {
          const basename3 = path3.basename(remaining);
          this.segments.unshift(basename3);
          remaining = dir;
          dir = dirname3(remaining);
        }
        this.segments.unshift(remaining);
      }
    } else {
      assert2(itemPath.length > 0, `Parameter 'itemPath' must not be an empty array`);
      for (let i2 = 0; i2 < itemPath.length; i2++) {
        let segment = itemPath[i2];
        assert2(segment, `Parameter 'itemPath' must not contain any empty segments`);
        segment = normalizeSeparators(itemPath[i2]);
        if (i2 === 0 && hasRoot(segment)) {
          segment = safeTrimTrailingSeparator(segment);
          assert2(segment === dirname3(segment), `Parameter 'itemPath' root segment contains information for multiple segments`);
          this.segments.push(segment);
        } else {
          assert2(!segment.includes(path3.sep), `Parameter 'itemPath' contains unexpected path separators`);
          this.segments.push(segment);
        }
      }
    }
  }
  /**
   * Converts the path to it's string representation
   */
  toString() {
    let result = this.segments[0];
    let skipSlash = result.endsWith(path3.sep) || IS_WINDOWS5 && /^[A-Z]:$/i.test(result);
    for (let i2 = 1; i2 < this.segments.length; i2++) {
      if (skipSlash) {
        skipSlash = false;
      } else {
        result += path3.sep;
      }
      result += this.segments[i2];
    }
    return result;
  }
};

// node_modules/@actions/glob/lib/internal-pattern.js
var IS_WINDOWS6 = process.platform === "win32";
var Pattern = class _Pattern {
  constructor(patternOrNegate, isImplicitPattern = false, segments, homedir2) {
    this.negate = false;
    let pattern;
    if (typeof patternOrNegate === "string") {
      pattern = patternOrNegate.trim();
    } else {
      segments = segments || [];
      assert3(segments.length, `Parameter 'segments' must not empty`);
      const root = _Pattern.getLiteral(segments[0]);
      assert3(root && hasAbsoluteRoot(root), `Parameter 'segments' first element must be a root path`);
      pattern = new Path(segments).toString().trim();
      if (patternOrNegate) {
        pattern = `!${pattern}`;
      }
    }
    while (pattern.startsWith("!")) {
      this.negate = !this.negate;
      pattern = pattern.substr(1).trim();
    }
    pattern = _Pattern.fixupPattern(pattern, homedir2);
    this.segments = new Path(pattern).segments;
    this.trailingSeparator = normalizeSeparators(pattern).endsWith(path4.sep);
    pattern = safeTrimTrailingSeparator(pattern);
    let foundGlob = false;
    const searchSegments = this.segments.map((x2) => _Pattern.getLiteral(x2)).filter((x2) => !foundGlob && !(foundGlob = x2 === ""));
    this.searchPath = new Path(searchSegments).toString();
    this.rootRegExp = new RegExp(_Pattern.regExpEscape(searchSegments[0]), IS_WINDOWS6 ? "i" : "");
    this.isImplicitPattern = isImplicitPattern;
    const minimatchOptions = {
      dot: true,
      nobrace: true,
      nocase: IS_WINDOWS6,
      nocomment: true,
      noext: true,
      nonegate: true
    };
    pattern = IS_WINDOWS6 ? pattern.replace(/\\/g, "/") : pattern;
    this.minimatch = new Minimatch(pattern, minimatchOptions);
  }
  /**
   * Matches the pattern against the specified path
   */
  match(itemPath) {
    if (this.segments[this.segments.length - 1] === "**") {
      itemPath = normalizeSeparators(itemPath);
      if (!itemPath.endsWith(path4.sep) && this.isImplicitPattern === false) {
        itemPath = `${itemPath}${path4.sep}`;
      }
    } else {
      itemPath = safeTrimTrailingSeparator(itemPath);
    }
    if (this.minimatch.match(itemPath)) {
      return this.trailingSeparator ? MatchKind.Directory : MatchKind.All;
    }
    return MatchKind.None;
  }
  /**
   * Indicates whether the pattern may match descendants of the specified path
   */
  partialMatch(itemPath) {
    itemPath = safeTrimTrailingSeparator(itemPath);
    if (dirname3(itemPath) === itemPath) {
      return this.rootRegExp.test(itemPath);
    }
    return this.minimatch.matchOne(itemPath.split(IS_WINDOWS6 ? /\\+/ : /\/+/), this.minimatch.set[0], true);
  }
  /**
   * Escapes glob patterns within a path
   */
  static globEscape(s) {
    return (IS_WINDOWS6 ? s : s.replace(/\\/g, "\\\\")).replace(/(\[)(?=[^/]+\])/g, "[[]").replace(/\?/g, "[?]").replace(/\*/g, "[*]");
  }
  /**
   * Normalizes slashes and ensures absolute root
   */
  static fixupPattern(pattern, homedir2) {
    assert3(pattern, "pattern cannot be empty");
    const literalSegments = new Path(pattern).segments.map((x2) => _Pattern.getLiteral(x2));
    assert3(literalSegments.every((x2, i2) => (x2 !== "." || i2 === 0) && x2 !== ".."), `Invalid pattern '${pattern}'. Relative pathing '.' and '..' is not allowed.`);
    assert3(!hasRoot(pattern) || literalSegments[0], `Invalid pattern '${pattern}'. Root segment must not contain globs.`);
    pattern = normalizeSeparators(pattern);
    if (pattern === "." || pattern.startsWith(`.${path4.sep}`)) {
      pattern = _Pattern.globEscape(process.cwd()) + pattern.substr(1);
    } else if (pattern === "~" || pattern.startsWith(`~${path4.sep}`)) {
      homedir2 = homedir2 || os5.homedir();
      assert3(homedir2, "Unable to determine HOME directory");
      assert3(hasAbsoluteRoot(homedir2), `Expected HOME directory to be a rooted path. Actual '${homedir2}'`);
      pattern = _Pattern.globEscape(homedir2) + pattern.substr(1);
    } else if (IS_WINDOWS6 && (pattern.match(/^[A-Z]:$/i) || pattern.match(/^[A-Z]:[^\\]/i))) {
      let root = ensureAbsoluteRoot("C:\\dummy-root", pattern.substr(0, 2));
      if (pattern.length > 2 && !root.endsWith("\\")) {
        root += "\\";
      }
      pattern = _Pattern.globEscape(root) + pattern.substr(2);
    } else if (IS_WINDOWS6 && (pattern === "\\" || pattern.match(/^\\[^\\]/))) {
      let root = ensureAbsoluteRoot("C:\\dummy-root", "\\");
      if (!root.endsWith("\\")) {
        root += "\\";
      }
      pattern = _Pattern.globEscape(root) + pattern.substr(1);
    } else {
      pattern = ensureAbsoluteRoot(_Pattern.globEscape(process.cwd()), pattern);
    }
    return normalizeSeparators(pattern);
  }
  /**
   * Attempts to unescape a pattern segment to create a literal path segment.
   * Otherwise returns empty string.
   */
  static getLiteral(segment) {
    let literal = "";
    for (let i2 = 0; i2 < segment.length; i2++) {
      const c = segment[i2];
      if (c === "\\" && !IS_WINDOWS6 && i2 + 1 < segment.length) {
        literal += segment[++i2];
        continue;
      } else if (c === "*" || c === "?") {
        return "";
      } else if (c === "[" && i2 + 1 < segment.length) {
        let set = "";
        let closed = -1;
        for (let i22 = i2 + 1; i22 < segment.length; i22++) {
          const c2 = segment[i22];
          if (c2 === "\\" && !IS_WINDOWS6 && i22 + 1 < segment.length) {
            set += segment[++i22];
            continue;
          } else if (c2 === "]") {
            closed = i22;
            break;
          } else {
            set += c2;
          }
        }
        if (closed >= 0) {
          if (set.length > 1) {
            return "";
          }
          if (set) {
            literal += set;
            i2 = closed;
            continue;
          }
        }
      }
      literal += c;
    }
    return literal;
  }
  /**
   * Escapes regexp special characters
   * https://javascript.info/regexp-escaping
   */
  static regExpEscape(s) {
    return s.replace(/[[\\^$.|?*+()]/g, "\\$&");
  }
};

// node_modules/@actions/glob/lib/internal-search-state.js
var SearchState = class {
  constructor(path6, level) {
    this.path = path6;
    this.level = level;
  }
};

// node_modules/@actions/glob/lib/internal-globber.js
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var __asyncValues = function(o) {
  if (!Symbol.asyncIterator) throw new TypeError("Symbol.asyncIterator is not defined.");
  var m = o[Symbol.asyncIterator], i2;
  return m ? m.call(o) : (o = typeof __values === "function" ? __values(o) : o[Symbol.iterator](), i2 = {}, verb("next"), verb("throw"), verb("return"), i2[Symbol.asyncIterator] = function() {
    return this;
  }, i2);
  function verb(n) {
    i2[n] = o[n] && function(v) {
      return new Promise(function(resolve2, reject) {
        v = o[n](v), settle(resolve2, reject, v.done, v.value);
      });
    };
  }
  function settle(resolve2, reject, d, v) {
    Promise.resolve(v).then(function(v2) {
      resolve2({ value: v2, done: d });
    }, reject);
  }
};
var __await = function(v) {
  return this instanceof __await ? (this.v = v, this) : new __await(v);
};
var __asyncGenerator = function(thisArg, _arguments, generator) {
  if (!Symbol.asyncIterator) throw new TypeError("Symbol.asyncIterator is not defined.");
  var g = generator.apply(thisArg, _arguments || []), i2, q = [];
  return i2 = Object.create((typeof AsyncIterator === "function" ? AsyncIterator : Object).prototype), verb("next"), verb("throw"), verb("return", awaitReturn), i2[Symbol.asyncIterator] = function() {
    return this;
  }, i2;
  function awaitReturn(f) {
    return function(v) {
      return Promise.resolve(v).then(f, reject);
    };
  }
  function verb(n, f) {
    if (g[n]) {
      i2[n] = function(v) {
        return new Promise(function(a, b) {
          q.push([n, v, a, b]) > 1 || resume(n, v);
        });
      };
      if (f) i2[n] = f(i2[n]);
    }
  }
  function resume(n, v) {
    try {
      step(g[n](v));
    } catch (e) {
      settle(q[0][3], e);
    }
  }
  function step(r) {
    r.value instanceof __await ? Promise.resolve(r.value.v).then(fulfill, reject) : settle(q[0][2], r);
  }
  function fulfill(value) {
    resume("next", value);
  }
  function reject(value) {
    resume("throw", value);
  }
  function settle(f, v) {
    if (f(v), q.shift(), q.length) resume(q[0][0], q[0][1]);
  }
};
var IS_WINDOWS7 = process.platform === "win32";
var DefaultGlobber = class _DefaultGlobber {
  constructor(options) {
    this.patterns = [];
    this.searchPaths = [];
    this.options = getOptions(options);
  }
  getSearchPaths() {
    return this.searchPaths.slice();
  }
  glob() {
    return __awaiter2(this, void 0, void 0, function* () {
      var _a3, e_1, _b2, _c;
      const result = [];
      try {
        for (var _d = true, _e = __asyncValues(this.globGenerator()), _f; _f = yield _e.next(), _a3 = _f.done, !_a3; _d = true) {
          _c = _f.value;
          _d = false;
          const itemPath = _c;
          result.push(itemPath);
        }
      } catch (e_1_1) {
        e_1 = { error: e_1_1 };
      } finally {
        try {
          if (!_d && !_a3 && (_b2 = _e.return)) yield _b2.call(_e);
        } finally {
          if (e_1) throw e_1.error;
        }
      }
      return result;
    });
  }
  globGenerator() {
    return __asyncGenerator(this, arguments, function* globGenerator_1() {
      const options = getOptions(this.options);
      const patterns = [];
      for (const pattern of this.patterns) {
        patterns.push(pattern);
        if (options.implicitDescendants && (pattern.trailingSeparator || pattern.segments[pattern.segments.length - 1] !== "**")) {
          patterns.push(new Pattern(pattern.negate, true, pattern.segments.concat("**")));
        }
      }
      const stack = [];
      for (const searchPath of getSearchPaths(patterns)) {
        debug(`Search path '${searchPath}'`);
        try {
          yield __await(fs3.promises.lstat(searchPath));
        } catch (err) {
          if (err.code === "ENOENT") {
            continue;
          }
          throw err;
        }
        stack.unshift(new SearchState(searchPath, 1));
      }
      const traversalChain = [];
      while (stack.length) {
        const item = stack.pop();
        const match3 = match(patterns, item.path);
        const partialMatch2 = !!match3 || partialMatch(patterns, item.path);
        if (!match3 && !partialMatch2) {
          continue;
        }
        const stats = yield __await(
          _DefaultGlobber.stat(item, options, traversalChain)
          // Broken symlink, or symlink cycle detected, or no longer exists
        );
        if (!stats) {
          continue;
        }
        if (options.excludeHiddenFiles && path5.basename(item.path).match(/^\./)) {
          continue;
        }
        if (stats.isDirectory()) {
          if (match3 & MatchKind.Directory && options.matchDirectories) {
            yield yield __await(item.path);
          } else if (!partialMatch2) {
            continue;
          }
          const childLevel = item.level + 1;
          const childItems = (yield __await(fs3.promises.readdir(item.path))).map((x2) => new SearchState(path5.join(item.path, x2), childLevel));
          stack.push(...childItems.reverse());
        } else if (match3 & MatchKind.File) {
          yield yield __await(item.path);
        }
      }
    });
  }
  /**
   * Constructs a DefaultGlobber
   */
  static create(patterns, options) {
    return __awaiter2(this, void 0, void 0, function* () {
      const result = new _DefaultGlobber(options);
      if (IS_WINDOWS7) {
        patterns = patterns.replace(/\r\n/g, "\n");
        patterns = patterns.replace(/\r/g, "\n");
      }
      const lines = patterns.split("\n").map((x2) => x2.trim());
      for (const line of lines) {
        if (!line || line.startsWith("#")) {
          continue;
        } else {
          result.patterns.push(new Pattern(line));
        }
      }
      result.searchPaths.push(...getSearchPaths(result.patterns));
      return result;
    });
  }
  static stat(item, options, traversalChain) {
    return __awaiter2(this, void 0, void 0, function* () {
      let stats;
      if (options.followSymbolicLinks) {
        try {
          stats = yield fs3.promises.stat(item.path);
        } catch (err) {
          if (err.code === "ENOENT") {
            if (options.omitBrokenSymbolicLinks) {
              debug(`Broken symlink '${item.path}'`);
              return void 0;
            }
            throw new Error(`No information found for the path '${item.path}'. This may indicate a broken symbolic link.`);
          }
          throw err;
        }
      } else {
        stats = yield fs3.promises.lstat(item.path);
      }
      if (stats.isDirectory() && options.followSymbolicLinks) {
        const realPath = yield fs3.promises.realpath(item.path);
        while (traversalChain.length >= item.level) {
          traversalChain.pop();
        }
        if (traversalChain.some((x2) => x2 === realPath)) {
          debug(`Symlink cycle detected for path '${item.path}' and realpath '${realPath}'`);
          return void 0;
        }
        traversalChain.push(realPath);
      }
      return stats;
    });
  }
};

// node_modules/@actions/glob/lib/glob.js
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function create(patterns, options) {
  return __awaiter3(this, void 0, void 0, function* () {
    return yield DefaultGlobber.create(patterns, options);
  });
}

// src/action/files.ts
var builtInExcludes = ["**/.git/**"];
async function findFiles(root, { paths: paths2, exclude }) {
  if (paths2 === void 0 && exclude.length === 0) return discover(root);
  const wanted = paths2?.some((pattern) => !pattern.startsWith("!")) ? paths2 : ["**", ...paths2 ?? []];
  const patterns = [
    ...wanted.map((pattern) => rooted(root, pattern.startsWith("!") ? pattern : anyCaseExtension(pattern))),
    ...[...builtInExcludes, ...exclude].map((pattern) => `!${rooted(root, pattern)}`)
  ];
  const globber = await create(patterns.join("\n"), { followSymbolicLinks: false, matchDirectories: false, excludeHiddenFiles: false });
  const isCertain = createNames(root);
  const found = new Set(discover(root).files.filter((name) => !isCertain(name)));
  const links = [];
  const notices = [];
  const realRoot = await realpath(root);
  for await (const path6 of globber.globGenerator()) {
    const name = posix(relative(root, path6));
    const stat3 = await lstat2(path6).catch(() => void 0);
    if (stat3 === void 0) found.add(name);
    else if (stat3.isSymbolicLink()) links.push(name);
    else if (!stat3.isFile()) notices.push(`Not a regular file, not scanned: ${name}`);
    else {
      const realName = posix(relative(realRoot, await realpath(path6)));
      if (isInside(realName)) found.add(realName);
      else notices.push(`Symbolic link not followed: in the path ${name}`);
    }
  }
  const decided = decideLinks(root, links, [root], found.size === 0);
  for (const blob of decided.blobs) found.delete(blob);
  notices.push(...decided.unread.map((name) => `Symbolic link not followed: ${name}`));
  return { files: [...found, ...decided.files].sort(), links: decided.files, notices: notices.sort() };
}
function isInside(path6) {
  return path6 !== ".." && !path6.startsWith("../") && !isAbsolute(path6);
}
function rooted(root, pattern) {
  const negated = pattern.startsWith("!");
  const literal = (sep === "\\" ? root : root.replace(/\\/g, "\\\\")).replace(/[[?*]/g, "[$&]");
  return `${negated ? "!" : ""}${literal}/${negated ? pattern.slice(1) : pattern}`;
}
function anyCaseExtension(pattern) {
  const extension = /\.[^./\\[\]]+$/.exec(pattern);
  if (extension === null) return pattern;
  const anyCase = extension[0].replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return pattern.slice(0, extension.index) + anyCase;
}
function posix(path6) {
  return sep === "/" ? path6 : path6.split(sep).join("/");
}

// builtin:node:child_process
var builtin3 = load("node:child_process");
var of3 = (name) => builtin3[name];
var execFile = /* @__PURE__ */ of3("execFile");
var execFileSync = /* @__PURE__ */ of3("execFileSync");

// src/action/git.ts
var timeout = 6e4;
var maxListBytes = 64 * 1024 * 1024;
function git(repository, args, maxBytes2 = maxListBytes) {
  const { command, options } = invocation(repository, args, maxBytes2);
  return new Promise((resolve2, reject) => {
    execFile("git", command, options, (error2, stdout) => {
      if (error2) reject(new Error(error2.code === "ENOENT" ? "git is not installed" : `git ${args[0]} failed`, { cause: error2 }));
      else resolve2(stdout);
    });
  });
}
function gitSync(repository, args, maxBytes2) {
  const { command, options } = invocation(repository, args, maxBytes2);
  return execFileSync("git", command, { ...options, stdio: ["ignore", "pipe", "ignore"] });
}
function invocation(repository, args, maxBytes2) {
  const command = ["--no-pager", `--git-dir=${join(repository, ".git")}`, ...args];
  const options = { cwd: repository, encoding: "buffer", maxBuffer: maxBytes2, timeout, windowsHide: true, env: environment() };
  return { command, options };
}
function hasCommit(repository, commit2) {
  return git(repository, ["cat-file", "-e", `${commit2}^{commit}`]).then(
    () => true,
    () => false
  );
}
function isAncestor(repository, ancestor, commit2) {
  return git(repository, ["merge-base", "--is-ancestor", ancestor, commit2]).then(
    () => true,
    () => false
  );
}
async function isShallow(repository) {
  return (await git(repository, ["rev-parse", "--is-shallow-repository"])).toString("utf8").trim() !== "false";
}
async function changedPaths(repository, base, head) {
  return paths(await git(repository, ["diff-tree", "-r", "-z", "--no-renames", "--name-only", base, head]));
}
function paths(output) {
  return output.toString("utf8").split("\0").filter(Boolean);
}
function environment() {
  const kept = ["PATH", "HOME", "SystemRoot", "TEMP", "TMP", "USERPROFILE"].flatMap((name) => {
    const value = process.env[name];
    return value === void 0 ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0"
  };
}

// src/action/last-passed.ts
var maxRuns = 20;
var pageSize = 100;
async function lastPassed(branches, head, sources) {
  const { api, event } = sources;
  const { octokit, owner, repo } = api;
  const { id } = event.run;
  if (id === void 0) throw new Error("GITHUB_RUN_ID is not set");
  const { data: own } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: id });
  const job = await ownJob(event.run, api, id);
  if (job === void 0) throw new Error("GitHub does not say which job of the run this is");
  const checked = /* @__PURE__ */ new Set();
  for (const branch of branches) {
    const { data } = await octokit.rest.actions.listWorkflowRuns({
      ...{ owner, repo, workflow_id: own.workflow_id, branch },
      ...{ event: "push", status: "success", per_page: maxRuns }
    });
    for (const run2 of data.workflow_runs) {
      const commit2 = run2.head_sha;
      if (!isSameCheck(run2, own, branch) || checked.has(commit2)) continue;
      checked.add(commit2);
      const before = await isBefore(commit2, head, sources);
      if (before !== false && await hasPassed(run2, job, sources)) {
        return { commit: commit2, branch, comparison: before === true ? void 0 : before };
      }
    }
  }
  return void 0;
}
function isSameCheck(run2, own, branch) {
  const isSame = run2.workflow_id === own.workflow_id && JSON.stringify(reused(run2)) === JSON.stringify(reused(own));
  const isPush = run2.event === "push" && run2.head_branch === branch && run2.conclusion === "success";
  return isSame && isPush && run2.id !== own.id && /^[0-9a-f]{40,64}$/.test(run2.head_sha);
}
function reused(run2) {
  return (run2.referenced_workflows ?? []).map(({ path: path6, sha }) => `${path6} ${sha}`).sort();
}
async function ownJob({ runner, job, attempt: attempt3 }, { octokit, owner, repo }, id) {
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
    ...{ owner, repo, run_id: id, attempt_number: attempt3 ?? 1 },
    per_page: pageSize
  });
  const open3 = jobs.filter(({ status }) => status !== "completed");
  const [here, other] = open3.filter(({ runner_name: name }) => runner !== "" && name === runner);
  if (here !== void 0) return other === void 0 ? here.name : void 0;
  return open3.find(({ name }) => name === job)?.name;
}
async function hasPassed(run2, job, { api: { octokit, owner, repo }, event }) {
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRun, {
    ...{ owner, repo, run_id: run2.id, filter: "latest" },
    per_page: pageSize
  });
  const own = jobs.filter(({ name }) => name === job);
  const isWhole = jobs.every(({ conclusion }) => conclusion === "success" || conclusion === "skipped");
  return isWhole && own.length > 0 && own.every((each) => each.conclusion === "success" && ranGate(each, event.run));
}
function ranGate({ steps = [] }, { action }) {
  const named = steps.filter(({ name }) => name === `Run ${action}`);
  return steps.length > 0 && (named.length > 0 ? named : steps).every(({ conclusion }) => conclusion === "success");
}
async function isBefore(commit2, head, { api, repository }) {
  if (await hasCommit(repository, commit2) && await isAncestor(repository, commit2, head)) return true;
  if (!await isShallow(repository)) return false;
  const { octokit, owner, repo } = api;
  const compare = { owner, repo, basehead: `${commit2}...${head}`, per_page: pageSize };
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead(compare);
  return data.status === "ahead" || data.status === "identical" ? data : false;
}

// builtin:node:crypto
var builtin4 = load("node:crypto");
var of4 = (name) => builtin4[name];
var randomUUID2 = /* @__PURE__ */ of4("randomUUID");

// src/action/runner.ts
var maxLine = 4096;
function log(line) {
  info(safe(line, { max: maxLine }));
}
function logGroup(title, lines) {
  startGroup(safe(title));
  for (const line of lines) log(line);
  endGroup();
}
var commands = { error, warning, notice };
function annotate({ level, message, title, file, startLine }) {
  commands[level](message, { title, ...file === void 0 ? {} : { file, startLine } });
}
function warn(message) {
  warning(safe(message, { max: maxLine }));
}
function notice2(message) {
  notice(safe(message, { max: maxLine }));
}
function fail(message) {
  setFailed(safe(message, { max: maxLine }));
}
async function writeSummary(markdown) {
  if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") === "") return;
  await summary.addRaw(markdown, true).write();
}
function setOutputs(outputs) {
  if ((process.env["GITHUB_OUTPUT"] ?? "") === "") return;
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
async function writeResult(path6, chunks, signal) {
  await mkdir2(dirname(path6), { recursive: true });
  const temporary = `${path6}.${randomUUID2()}`;
  try {
    await writeFile2(temporary, chunks, { flag: "wx" });
    signal?.throwIfAborted();
    await rename2(temporary, path6);
  } finally {
    await rm2(temporary, { force: true });
  }
}

// src/action/changed-files.ts
var maxPullRequestFiles = 3e3;
var maxComparedFiles = 300;
var pageSize2 = 100;
var checkoutFiles = /(^|\/)(\.gitattributes|\.gitmodules|\.lfsconfig)$/i;
var workflowFiles = /^\.github\/(workflows|actions)\//;
var Uncertain = class extends Error {
};
async function narrow(files, context) {
  try {
    const changes = await changesOf(context);
    const isUnchanged = await findUnchanged(changes, context);
    const kept = files.filter((file) => context.links.has(file) || !isUnchanged(file));
    const all = plural(files.length, "file");
    const text2 = kept.length === 0 ? `changed-only: none of ${all} has changed; nothing was scanned.` : `changed-only: ${kept.length} of ${all} changed or not tracked by git; the others were not scanned.`;
    return withNotice({ files: kept, isPartial: true, notices: [`${text2}${changes.remark}`] });
  } catch (error2) {
    const why = error2 instanceof Uncertain ? error2.message : reasonOf(error2, permissionFor(context.event));
    const text2 = `changed-only: all files are scanned, because it is not certain what changed: ${why}.`;
    return withNotice({ files, isPartial: false, notices: [text2] });
  }
}
function withNotice(scope) {
  for (const text2 of scope.notices) notice2(text2);
  return scope;
}
function permissionFor({ comparison }) {
  return comparison.with === "passed" ? "actions: read and contents: read" : "pull-requests: read or contents: read";
}
async function findUnchanged(changes, { workspace, event, decisive }) {
  const { repository, repositoryPrefix: prefix } = workspace;
  const tracked = new Set(paths(await git(repository, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", changes.head])));
  for (const path6 of changes.paths) {
    const decides = [...decisive, { what: "workflow", file: event.run.workflow }].find(({ file }) => file === path6);
    if (decides) throw new Uncertain(`the ${decides.what} file has changed`);
    if (checkoutFiles.test(path6)) throw new Uncertain(`${path6} has changed, which can change the content of other files`);
    if (workflowFiles.test(path6)) throw new Uncertain(`${path6} has changed, which can change what the gate does`);
  }
  const folded = new Set(changes.paths.map(fold));
  return (file) => {
    const path6 = prefix === "" ? file : `${prefix}/${file}`;
    return isInside(path6) && tracked.has(path6) && !folded.has(fold(path6));
  };
}
async function changesOf({ workspace: { repository }, event, openApi }) {
  const { comparison } = event;
  switch (comparison.with) {
    case "nothing":
      throw new Uncertain(comparison.why);
    case "base": {
      const { base } = event;
      if (base === void 0) throw new Uncertain(`the event ${event.name} has no base to compare with`);
      const head = await checkedOut(event, repository);
      const isHere = await hasCommit(repository, base);
      return { head, paths: isHere ? await changedPaths(repository, base, head) : await fromApi(event, base, openApi), remark: "" };
    }
    case "passed": {
      const head = await checkedOut(event, repository);
      const passed = await lastPassed(comparison.branches, head, { api: await openApi(), event, repository });
      if (passed === void 0)
        throw new Uncertain(`no earlier commit of ${comparison.branches.join(" or ") || "any branch"} has passed this check`);
      const { commit: commit2, branch, comparison: answer } = passed;
      return {
        head,
        paths: answer === void 0 ? await changedPaths(repository, commit2, head) : listed(answer),
        remark: ` Compared with ${commit2.slice(0, 12)}, the last commit of ${branch} that passed.`
      };
    }
  }
}
async function checkedOut({ name, head, sha }, repository) {
  if (head === void 0) throw new Uncertain(`the event ${name} has no base to compare with`);
  const out = (await git(repository, ["rev-parse", "--verify", "HEAD^{commit}"])).toString("utf8").trim();
  const expected = name === "pull_request_target" ? [head] : [head, sha];
  if (!expected.includes(out)) throw new Uncertain("the checkout is not at the commit of the event");
  return out;
}
async function fromApi(event, base, openApi) {
  const { octokit, owner, repo } = await openApi();
  if (event.pullRequest === void 0) {
    const { data: data2 } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${event.head}`,
      per_page: pageSize2
    });
    if (data2.status !== "ahead" && data2.status !== "identical") throw new Uncertain("the new commits do not follow the old one");
    return listed(data2);
  }
  const number = { owner, repo, pull_number: event.pullRequest };
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...number, per_page: pageSize2 });
  if (files.length >= maxPullRequestFiles) throw new Uncertain(`GitHub lists no more than ${maxPullRequestFiles} files of a pull request`);
  const { data } = await octokit.rest.pulls.get(number);
  if (data.head.sha !== event.head) throw new Uncertain("the pull request has newer commits");
  if (data.changed_files !== files.length) throw new Uncertain(`GitHub lists ${files.length} of ${data.changed_files} changed files`);
  return namesOf(files);
}
function listed({ files = [] }) {
  if (files.length >= maxComparedFiles) throw new Uncertain(`GitHub lists no more than ${maxComparedFiles} files of a comparison`);
  return namesOf(files);
}
function namesOf(files) {
  return files.flatMap(({ filename, previous_filename: previous }) => previous === void 0 ? [filename] : [filename, previous]);
}
function fold(path6) {
  return path6.normalize("NFC").toLowerCase();
}

// src/action/event.ts
var rules = {
  pull_request: { proposed: true },
  pull_request_review: { proposed: true },
  pull_request_review_comment: { proposed: true },
  // Commit and reference are those of the base branch, whatever is checked out: a pull request would open and close
  // its alerts.
  pull_request_target: { proposed: true, noUpload: "the commit of this event is that of the base branch" },
  workflow_run: { proposed: true, noUpload: "the commit of this event is that of the default branch" },
  issue_comment: { proposed: true, noUpload: "the commit of this event is that of the default branch" },
  // Code scanning does not know the temporary branch of a merge queue.
  merge_group: { proposed: true, noUpload: "code scanning does not accept results of a merge queue" }
};
function rulesOf(event) {
  return rules[event.name] ?? { proposed: false };
}
async function readEvent(env) {
  const path6 = env["GITHUB_EVENT_PATH"] ?? "";
  const payload = path6 === "" ? {} : await readFile(path6, "utf8").then(parseObject, () => ({}));
  return eventOf(env, payload);
}
function eventOf(env, payload) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  const sha = commit(env["GITHUB_SHA"]);
  const number = at(payload, "pull_request", "number");
  const common = {
    name,
    repository: owner === "" || repo === "" ? void 0 : { owner, repo },
    sha,
    ref: env["GITHUB_REF"] ?? "",
    pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : void 0,
    comparison: comparisonOf(name, env["GITHUB_REF"] ?? "", payload),
    run: runOf(env)
  };
  switch (name) {
    case "push":
      return { ...common, base: commit(at(payload, "before")), head: commit(at(payload, "after")) };
    case "merge_group":
      return { ...common, base: commit(at(payload, "merge_group", "base_sha")), head: commit(at(payload, "merge_group", "head_sha")) };
    case "workflow_run":
    case "issue_comment":
      return { ...common, base: sha, head: void 0 };
    default:
      return {
        ...common,
        base: commit(at(payload, "pull_request", "base", "sha")),
        head: commit(at(payload, "pull_request", "head", "sha"))
      };
  }
}
function comparisonOf(name, ref, payload) {
  const main = text(at(payload, "repository", "default_branch"));
  switch (name) {
    case "push": {
      const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
      if (branch === void 0) return { with: "nothing", why: "a tag is usually a release" };
      return { with: "passed", branches: distinct([branch, main]) };
    }
    case "merge_group":
      return { with: "base" };
    case "workflow_run":
    case "issue_comment":
      return { with: "nothing", why: `the event ${name} does not say what changed` };
    default: {
      const base = text(at(payload, "pull_request", "base", "ref"));
      if (at(payload, "pull_request") === void 0) {
        return { with: "nothing", why: `the event ${name || "(none)"} has no base to compare with` };
      }
      return base !== void 0 && base === main ? { with: "base" } : { with: "passed", branches: distinct([base, main]) };
    }
  }
}
function runOf(env) {
  const { GITHUB_REPOSITORY: repository = "", GITHUB_WORKFLOW_REF: workflow = "" } = env;
  const isOurs = repository !== "" && workflow.startsWith(`${repository}/`);
  return {
    id: whole(env["GITHUB_RUN_ID"]),
    attempt: whole(env["GITHUB_RUN_ATTEMPT"]),
    job: env["GITHUB_JOB"] ?? "",
    runner: env["RUNNER_NAME"] ?? "",
    action: `${env["GITHUB_ACTION_REPOSITORY"] ?? ""}@${env["GITHUB_ACTION_REF"] ?? ""}`,
    workflow: isOurs ? workflow.slice(repository.length + 1).replace(/@.*$/s, "") : void 0
  };
}
function whole(value) {
  return value !== void 0 && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : void 0;
}
function text(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function distinct(values) {
  return [...new Set(values.filter((value) => value !== void 0))];
}
function parseObject(text2) {
  try {
    const value = JSON.parse(text2);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
function at(value, ...keys) {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
    found = found[key];
  }
  return found;
}
function commit(value) {
  return typeof value === "string" && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) && !/^0+$/.test(value) ? value : void 0;
}

// src/action/first-party.ts
async function firstPartyOf({ repository, repositoryPrefix }, event) {
  const isProposed = rulesOf(event).proposed;
  const commit2 = isProposed ? event.base : "HEAD";
  if (commit2 === void 0) return void 0;
  try {
    const files = paths(await git(repository, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit2]));
    const proposed = isProposed ? await changedPaths(repository, commit2, "HEAD") : [];
    const read = (path6) => {
      try {
        return gitSync(repository, ["cat-file", "blob", `${commit2}:${path6}`], MAX_SOURCE).toString("utf8");
      } catch {
        return void 0;
      }
    };
    return firstPartyFromFiles({ paths: files, read, roots: [.../* @__PURE__ */ new Set(["", repositoryPrefix])], proposed });
  } catch {
    return void 0;
  }
}

// src/action/inputs.ts
var ConfigurationError = class extends Error {
  name = "ConfigurationError";
};
function readInputs(get) {
  const text2 = (name) => get(name).trim() || void 0;
  const lines = (name) => get(name).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const choice = (name, allowed) => {
    const value = text2(name);
    if (value === void 0) return void 0;
    const found = allowed.find((word) => word === value.toLowerCase());
    if (found === void 0) throw wrong(name, value, `one of ${allowed.join(", ")}`);
    return found;
  };
  const flag = (name) => {
    const value = choice(name, ["true", "false"]);
    return value === void 0 ? void 0 : value === "true";
  };
  const number = (name, least, most, kind) => {
    const value = text2(name);
    if (value === void 0) return void 0;
    const parsed2 = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    const fits = parsed2 >= least && parsed2 <= most && (kind === "decimal" || Number.isInteger(parsed2));
    if (!fits) throw wrong(name, value, `a${kind === "integer" ? " whole" : ""} number from ${least} to ${most}`);
    return parsed2;
  };
  const globs = (name) => {
    const patterns = lines(name);
    for (const pattern of patterns) checkGlob(name, pattern);
    return patterns;
  };
  const paths2 = globs("paths");
  const mergeReports2 = globs("merge-reports");
  const inputs = {
    paths: paths2.every((pattern) => pattern === "**") ? void 0 : paths2,
    exclude: globs("exclude"),
    workingDirectory: text2("working-directory") ?? ".",
    policyFile: text2("policy-file"),
    baselineFile: text2("baseline-file"),
    failOnSeverity: choice("fail-on-severity", THRESHOLDS),
    failOnIncomplete: flag("fail-on-incomplete"),
    lfsPointers: choice("lfs-pointers", ["fail", "warn", "ignore"]),
    changedOnly: flag("changed-only") ?? false,
    shard: shardOf(text2("shard")),
    mergeReports: mergeReports2.length === 0 ? void 0 : mergeReports2,
    ifNoFilesFound: choice("if-no-files-found", ["warn", "error", "ignore"]) ?? "warn",
    warnOnly: flag("warn-only") ?? false,
    annotations: choice("annotations", ["command", "check", "off"]) ?? "command",
    maxAnnotations: number("max-annotations", 0, 10, "integer") ?? 10,
    jobSummary: choice("job-summary", ["always", "on-failure", "never"]) ?? "always",
    commentInPr: choice("comment-in-pr", ["always", "on-failure", "never"]) ?? "never",
    sarifFile: text2("sarif-file"),
    reportFile: text2("report-file"),
    uploadSarif: flag("upload-sarif") ?? false,
    category: text2("category"),
    concurrency: number("concurrency", 1, 64, "integer"),
    timeoutMinutesPerFile: number("timeout-minutes-per-file", 0.01, 360, "decimal"),
    token: text2("token")
  };
  checkTogether(inputs);
  return inputs;
}
function shardOf(value) {
  if (value === void 0) return void 0;
  const shard = parseShard(value);
  if (!shard) throw wrong("shard", value, SHARD_FORM);
  return shard;
}
function checkTogether({ shard, mergeReports: mergeReports2, uploadSarif: uploadSarif2, commentInPr }) {
  if (shard === void 0) return;
  if (mergeReports2 !== void 0) throw new ConfigurationError("inputs shard and merge-reports exclude each other: merging scans nothing");
  const whole2 = uploadSarif2 ? "upload-sarif" : commentInPr === "never" ? void 0 : "comment-in-pr";
  if (whole2 !== void 0) {
    throw new ConfigurationError(
      `inputs shard and ${whole2} exclude each other: a shard is a part of a run; set ${whole2} in the job with merge-reports`
    );
  }
}
function wrong(name, value, allowed) {
  return new ConfigurationError(`input ${name} is "${value}"; it must be ${allowed}`);
}
var globTraps = [
  { found: /\{[^{}]*\}/, why: "braces are not supported: write one pattern per line" },
  { found: /[?*+@!]\([^()]*\)/, why: "extended patterns such as +(a|b) are not supported: write one pattern per line" },
  { found: /^!?([/\\~]|[A-Za-z]:)/, why: "patterns are relative: set working-directory for another folder" },
  { found: /(^!?|[/\\])\.{1,2}([/\\]|$)/, why: '"." and ".." are not supported: set working-directory for another folder' }
];
function checkGlob(name, pattern) {
  for (const trap of globTraps) {
    if (trap.found.test(pattern)) throw new ConfigurationError(`input ${name} has the pattern "${pattern}"; ${trap.why}`);
  }
}

// src/action/merge.ts
async function mergeFound(patterns, { folder }, inputs) {
  const { files } = await findFiles(folder, { paths: patterns, exclude: [] });
  if (files.length === 0) throw new ConfigurationError("input merge-reports matches no file in the workspace");
  try {
    const parts = await Promise.all(
      files.map(async (name) => ({ name, report: readReport(await readFile(resolve(folder, name), "utf8"), name) }))
    );
    const report = mergeReports(parts);
    checkGate(report, inputs);
    return report;
  } catch (error2) {
    throw error2 instanceof MergeError ? new ConfigurationError(`input merge-reports: ${error2.message}`) : error2;
  }
}
function checkGate({ gate: gate2 }, inputs) {
  const settings = [
    ["fail-on-severity", inputs.failOnSeverity, gate2.failOn],
    ["fail-on-incomplete", inputs.failOnIncomplete, gate2.failOnIncomplete],
    ["lfs-pointers", inputs.lfsPointers, gate2.lfsPointers]
  ];
  for (const [name, asked, scanned2] of settings) {
    if (asked !== void 0 && asked !== scanned2)
      throw new ConfigurationError(`input ${name} is "${asked}", but the reports to merge were made with "${scanned2}"`);
  }
}

// src/action/check-run.ts
var annotationsPerRequest = 50;
var maxAnnotations = 1e3;
var maxSummaryBytes = 65e3;
var levels = { error: "failure", warning: "warning", notice: "notice" };
async function createCheckRun(report, options) {
  const { event, category, warnOnly, failed, elapsedMs } = options;
  const headSha = event.head ?? event.sha;
  if (headSha === void 0) throw new Error("the event has no commit");
  const { octokit, owner, repo } = await options.openApi();
  const all = worstFirst(report).flatMap((file) => annotations({ ...report, files: [file] }, { workspacePrefix: options.prefix, warnOnly })).flatMap(
    ({ file, level, title, message }) => file === void 0 ? [] : [{ path: file, start_line: 1, end_line: 1, annotation_level: levels[level], title, message }]
  );
  const output = {
    title: verdictText(report, elapsedMs),
    summary: toMarkdown(report, { elapsedMs, maxBytes: maxSummaryBytes, fullReport: "the JSON report of the job" }),
    ...all.length > maxAnnotations ? { text: `Only the worst ${maxAnnotations} of ${all.length} files have an annotation.` } : {}
  };
  const shown = all.slice(0, maxAnnotations);
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name: category === void 0 ? "ModelGate report" : `ModelGate report (${category})`,
    head_sha: headSha,
    status: "completed",
    conclusion: failed ? "failure" : report.verdict === "fail" ? "neutral" : "success",
    output: { ...output, annotations: shown.slice(0, annotationsPerRequest) }
  });
  for (let at2 = annotationsPerRequest; at2 < shown.length; at2 += annotationsPerRequest) {
    const chunk = shown.slice(at2, at2 + annotationsPerRequest);
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...output, annotations: chunk } });
  }
}

// src/action/comment.ts
var maxBytes = 65e3;
var pageSize3 = 100;
var maxPages = 20;
async function writeComment(report, options) {
  if (options.pullRequest === void 0) throw new Error("the event has no pull request");
  const api = await options.openApi();
  const { octokit, owner, repo } = api;
  const marker = `<!-- modelgate-comment ${sha256OfText(options.category ?? "")} -->`;
  const existing = await findOwn(api, options.pullRequest, marker);
  const { elapsedMs } = options;
  const body = `${marker}
${toMarkdown(report, { elapsedMs, maxBytes, fullReport: "the JSON report of the job" })}`;
  if (existing !== void 0) await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing, body });
  else if (options.when === "always" || report.verdict === "fail") {
    await octokit.rest.issues.createComment({ owner, repo, issue_number: options.pullRequest, body });
  }
}
async function findOwn({ octokit, owner, repo }, pullRequest, marker) {
  const self = await octokit.graphql("query { viewer { login } }").then(
    ({ viewer }) => viewer.login,
    () => "github-actions[bot]"
  );
  const comments = { owner, repo, issue_number: pullRequest, per_page: pageSize3 };
  let page = 0;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, comments)) {
    const own = data.find(({ user, body }) => user?.login === self && body?.startsWith(marker));
    if (own !== void 0) return own.id;
    if (++page === maxPages) break;
  }
  return void 0;
}

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a2;
var Worker;
var isMarkedAsUntransferable;
try {
  _a2 = require2("worker_threads"), Worker = _a2.Worker, isMarkedAsUntransferable = _a2.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a2 = freb(fleb, 2);
var fl = _a2.b;
var revfl = _a2.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flm = /* @__PURE__ */ hMap(flt, 9, 0);
var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var wbits = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
};
var wbits16 = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
  d[o + 2] |= v >> 16;
};
var hTree = function(d, mb) {
  var t = [];
  for (var i2 = 0; i2 < d.length; ++i2) {
    if (d[i2])
      t.push({ s: i2, f: d[i2] });
  }
  var s = t.length;
  var t2 = t.slice();
  if (!s)
    return { t: et, l: 0 };
  if (s == 1) {
    var v = new u8(t[0].s + 1);
    v[t[0].s] = 1;
    return { t: v, l: 1 };
  }
  t.sort(function(a, b) {
    return a.f - b.f;
  });
  t.push({ s: -1, f: 25001 });
  var l = t[0], r = t[1], i0 = 0, i1 = 1, i22 = 2;
  t[0] = { s: -1, f: l.f + r.f, l, r };
  while (i1 != s - 1) {
    l = t[t[i0].f < t[i22].f ? i0++ : i22++];
    r = t[i0 != i1 && t[i0].f < t[i22].f ? i0++ : i22++];
    t[i1++] = { s: -1, f: l.f + r.f, l, r };
  }
  var maxSym = t2[0].s;
  for (var i2 = 1; i2 < s; ++i2) {
    if (t2[i2].s > maxSym)
      maxSym = t2[i2].s;
  }
  var tr = new u16(maxSym + 1);
  var mbt = ln(t[i1 - 1], tr, 0);
  if (mbt > mb) {
    var i2 = 0, dt = 0;
    var lft = mbt - mb, cst = 1 << lft;
    t2.sort(function(a, b) {
      return tr[b.s] - tr[a.s] || a.f - b.f;
    });
    for (; i2 < s; ++i2) {
      var i2_1 = t2[i2].s;
      if (tr[i2_1] > mb) {
        dt += cst - (1 << mbt - tr[i2_1]);
        tr[i2_1] = mb;
      } else
        break;
    }
    dt >>= lft;
    while (dt > 0) {
      var i2_2 = t2[i2].s;
      if (tr[i2_2] < mb)
        dt -= 1 << mb - tr[i2_2]++ - 1;
      else
        ++i2;
    }
    for (; i2 >= 0 && dt; --i2) {
      var i2_3 = t2[i2].s;
      if (tr[i2_3] == mb) {
        --tr[i2_3];
        ++dt;
      }
    }
    mbt = mb;
  }
  return { t: new u8(tr), l: mbt };
};
var ln = function(n, l, d) {
  return n.s == -1 ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1)) : l[n.s] = d;
};
var lc = function(c) {
  var s = c.length;
  while (s && !c[--s])
    ;
  var cl = new u16(++s);
  var cli = 0, cln = c[0], cls = 1;
  var w = function(v) {
    cl[cli++] = v;
  };
  for (var i2 = 1; i2 <= s; ++i2) {
    if (c[i2] == cln && i2 != s)
      ++cls;
    else {
      if (!cln && cls > 2) {
        for (; cls > 138; cls -= 138)
          w(32754);
        if (cls > 2) {
          w(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
          cls = 0;
        }
      } else if (cls > 3) {
        w(cln), --cls;
        for (; cls > 6; cls -= 6)
          w(8304);
        if (cls > 2)
          w(cls - 3 << 5 | 8208), cls = 0;
      }
      while (cls--)
        w(cln);
      cls = 1;
      cln = c[i2];
    }
  }
  return { c: cl.subarray(0, cli), n: s };
};
var clen = function(cf, cl) {
  var l = 0;
  for (var i2 = 0; i2 < cl.length; ++i2)
    l += cf[i2] * cl[i2];
  return l;
};
var wfblk = function(out, pos, dat) {
  var s = dat.length;
  var o = shft(pos + 2);
  out[o] = s & 255;
  out[o + 1] = s >> 8;
  out[o + 2] = out[o] ^ 255;
  out[o + 3] = out[o + 1] ^ 255;
  for (var i2 = 0; i2 < s; ++i2)
    out[o + i2 + 4] = dat[i2];
  return (o + 4 + s) * 8;
};
var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
  wbits(out, p++, final);
  ++lf[256];
  var _a3 = hTree(lf, 15), dlt = _a3.t, mlb = _a3.l;
  var _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l;
  var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
  var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
  var lcfreq = new u16(19);
  for (var i2 = 0; i2 < lclt.length; ++i2)
    ++lcfreq[lclt[i2] & 31];
  for (var i2 = 0; i2 < lcdt.length; ++i2)
    ++lcfreq[lcdt[i2] & 31];
  var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
  var nlcc = 19;
  for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
    ;
  var flen = bl + 5 << 3;
  var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
  var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
  if (bs >= 0 && flen <= ftlen && flen <= dtlen)
    return wfblk(out, p, dat.subarray(bs, bs + bl));
  var lm, ll, dm, dl;
  wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
  if (dtlen < ftlen) {
    lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
    var llm = hMap(lct, mlcb, 0);
    wbits(out, p, nlc - 257);
    wbits(out, p + 5, ndc - 1);
    wbits(out, p + 10, nlcc - 4);
    p += 14;
    for (var i2 = 0; i2 < nlcc; ++i2)
      wbits(out, p + 3 * i2, lct[clim[i2]]);
    p += 3 * nlcc;
    var lcts = [lclt, lcdt];
    for (var it = 0; it < 2; ++it) {
      var clct = lcts[it];
      for (var i2 = 0; i2 < clct.length; ++i2) {
        var len = clct[i2] & 31;
        wbits(out, p, llm[len]), p += lct[len];
        if (len > 15)
          wbits(out, p, clct[i2] >> 5 & 127), p += clct[i2] >> 12;
      }
    }
  } else {
    lm = flm, ll = flt, dm = fdm, dl = fdt;
  }
  for (var i2 = 0; i2 < li; ++i2) {
    var sym = syms[i2];
    if (sym > 255) {
      var len = sym >> 18 & 31;
      wbits16(out, p, lm[len + 257]), p += ll[len + 257];
      if (len > 7)
        wbits(out, p, sym >> 23 & 31), p += fleb[len];
      var dst = sym & 31;
      wbits16(out, p, dm[dst]), p += dl[dst];
      if (dst > 3)
        wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst];
    } else {
      wbits16(out, p, lm[sym]), p += ll[sym];
    }
  }
  wbits16(out, p, lm[256]);
  return p + ll[256];
};
var deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
var et = /* @__PURE__ */ new u8(0);
var dflt = function(dat, lvl, plvl, pre, post, st) {
  var s = st.z || dat.length;
  var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post);
  var w = o.subarray(pre, o.length - post);
  var lst = st.l;
  var pos = (st.r || 0) & 7;
  if (lvl) {
    if (pos)
      w[0] = st.r >> 3;
    var opt = deo[lvl - 1];
    var n = opt >> 13, c = opt & 8191;
    var msk_1 = (1 << plvl) - 1;
    var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
    var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
    var hsh = function(i3) {
      return (dat[i3] ^ dat[i3 + 1] << bs1_1 ^ dat[i3 + 2] << bs2_1) & msk_1;
    };
    var syms = new i32(25e3);
    var lf = new u16(288), df = new u16(32);
    var lc_1 = 0, eb = 0, i2 = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
    for (; i2 + 2 < s; ++i2) {
      var hv = hsh(i2);
      var imod = i2 & 32767, pimod = head[hv];
      prev[imod] = pimod;
      head[hv] = imod;
      if (wi <= i2) {
        var rem = s - i2;
        if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
          pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i2 - bs, pos);
          li = lc_1 = eb = 0, bs = i2;
          for (var j = 0; j < 286; ++j)
            lf[j] = 0;
          for (var j = 0; j < 30; ++j)
            df[j] = 0;
        }
        var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
        if (rem > 2 && hv == hsh(i2 - dif)) {
          var maxn = Math.min(n, rem) - 1;
          var maxd = Math.min(32767, i2);
          var ml = Math.min(258, rem);
          while (dif <= maxd && --ch_1 && imod != pimod) {
            if (dat[i2 + l] == dat[i2 + l - dif]) {
              var nl = 0;
              for (; nl < ml && dat[i2 + nl] == dat[i2 + nl - dif]; ++nl)
                ;
              if (nl > l) {
                l = nl, d = dif;
                if (nl > maxn)
                  break;
                var mmd = Math.min(dif, nl - 2);
                var md = 0;
                for (var j = 0; j < mmd; ++j) {
                  var ti = i2 - dif + j & 32767;
                  var pti = prev[ti];
                  var cd = ti - pti & 32767;
                  if (cd > md)
                    md = cd, pimod = ti;
                }
              }
            }
            imod = pimod, pimod = prev[imod];
            dif += imod - pimod & 32767;
          }
        }
        if (d) {
          syms[li++] = 268435456 | revfl[l] << 18 | revfd[d];
          var lin = revfl[l] & 31, din = revfd[d] & 31;
          eb += fleb[lin] + fdeb[din];
          ++lf[257 + lin];
          ++df[din];
          wi = i2 + l;
          ++lc_1;
        } else {
          syms[li++] = dat[i2];
          ++lf[dat[i2]];
        }
      }
    }
    for (i2 = Math.max(i2, wi); i2 < s; ++i2) {
      syms[li++] = dat[i2];
      ++lf[dat[i2]];
    }
    pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i2 - bs, pos);
    if (!lst) {
      st.r = pos & 7 | w[pos / 8 | 0] << 3;
      pos -= 7;
      st.h = head, st.p = prev, st.i = i2, st.w = wi;
    }
  } else {
    for (var i2 = st.w || 0; i2 < s + lst; i2 += 65535) {
      var e = i2 + 65535;
      if (e >= s) {
        w[pos / 8 | 0] = lst;
        e = s;
      }
      pos = wfblk(w, pos + 1, dat.subarray(i2, e));
    }
    st.i = s;
  }
  return slc(o, 0, pre + shft(pos) + post);
};
var crct = /* @__PURE__ */ (function() {
  var t = new Int32Array(256);
  for (var i2 = 0; i2 < 256; ++i2) {
    var c = i2, k = 9;
    while (--k)
      c = (c & 1 && -306674912) ^ c >>> 1;
    t[i2] = c;
  }
  return t;
})();
var crc = function() {
  var c = -1;
  return {
    p: function(d) {
      var cr = c;
      for (var i2 = 0; i2 < d.length; ++i2)
        cr = crct[cr & 255 ^ d[i2]] ^ cr >>> 8;
      c = cr;
    },
    d: function() {
      return ~c;
    }
  };
};
var dopt = function(dat, opt, pre, post, st) {
  if (!st) {
    st = { l: 1 };
    if (opt.dictionary) {
      var dict = opt.dictionary.subarray(-32768);
      var newDat = new u8(dict.length + dat.length);
      newDat.set(dict);
      newDat.set(dat, dict.length);
      dat = newDat;
      st.w = dict.length;
    }
  }
  return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
};
var wbytes = function(d, b, v) {
  for (; v; ++b)
    d[b] = v, v >>>= 8;
};
var gzh = function(c, o) {
  var fn = o.filename;
  c[0] = 31, c[1] = 139, c[2] = 8, c[8] = o.level < 2 ? 4 : o.level == 9 ? 2 : 0, c[9] = 3;
  if (o.mtime != 0)
    wbytes(c, 4, Math.floor(new Date(o.mtime || Date.now()) / 1e3));
  if (fn) {
    c[3] = 8;
    for (var i2 = 0; i2 <= fn.length; ++i2)
      c[i2 + 10] = fn.charCodeAt(i2);
  }
};
var gzhl = function(o) {
  return 10 + (o.filename ? o.filename.length + 1 : 0);
};
function gzipSync(data, opts) {
  if (!opts)
    opts = {};
  var c = crc(), l = data.length;
  c.p(data);
  var d = dopt(data, opts, gzhl(opts), 8), s = d.length;
  return gzh(d, opts), wbytes(d, s - 8, c.d()), wbytes(d, s - 4, l), d;
}
var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
function strToU8(str, latin1) {
  if (latin1) {
    var ar_1 = new u8(str.length);
    for (var i2 = 0; i2 < str.length; ++i2)
      ar_1[i2] = str.charCodeAt(i2);
    return ar_1;
  }
  if (te)
    return te.encode(str);
  var l = str.length;
  var ar = new u8(str.length + (str.length >> 1));
  var ai = 0;
  var w = function(v) {
    ar[ai++] = v;
  };
  for (var i2 = 0; i2 < l; ++i2) {
    if (ai + 5 > ar.length) {
      var n = new u8(ai + 8 + (l - i2 << 1));
      n.set(ar);
      ar = n;
    }
    var c = str.charCodeAt(i2);
    if (c < 128 || latin1)
      w(c);
    else if (c < 2048)
      w(192 | c >> 6), w(128 | c & 63);
    else if (c > 55295 && c < 57344)
      c = 65536 + (c & 1023 << 10) | str.charCodeAt(++i2) & 1023, w(240 | c >> 18), w(128 | c >> 12 & 63), w(128 | c >> 6 & 63), w(128 | c & 63);
    else
      w(224 | c >> 12), w(128 | c >> 6 & 63), w(128 | c & 63);
  }
  return slc(ar, 0, ai);
}

// src/action/upload.ts
var maxGzipBytes = 10 * 1e3 * 1e3;
var polling = { first: 500, longest: 16e3, total: 12e4 };
var knownRef = /^refs\/(heads\/.+|tags\/.+|pull\/\d+\/(merge|head))$/;
function whyNoUpload(event, { partial }) {
  const { noUpload } = rulesOf(event);
  if (noUpload !== void 0) return noUpload;
  if (event.sha === void 0 || !knownRef.test(event.ref)) return "the event has no commit and reference that code scanning accepts";
  if (partial && event.pullRequest === void 0) return "with changed-only it would close the alerts of files that were not scanned";
  return void 0;
}
async function uploadSarif(sarif, { event, openApi, startedAt }) {
  const zipped = gzipSync(strToU8(sarif));
  if (zipped.length > maxGzipBytes)
    throw new Error(`the SARIF is too large: ${zipped.length} bytes compressed, ${maxGzipBytes} are allowed`);
  if (event.sha === void 0) throw new Error("the event has no commit");
  const api = await openApi();
  const { octokit, owner, repo } = api;
  const { data } = await octokit.rest.codeScanning.uploadSarif({
    owner,
    repo,
    commit_sha: event.sha,
    ref: event.ref,
    sarif: Buffer.from(zipped).toString("base64"),
    started_at: startedAt,
    tool_name: "ModelGate",
    validate: true
  });
  const { id } = data;
  if (id === void 0) throw new Error("GitHub returned no id for the upload");
  const problem = await problemOf(api, id).catch(
    (error2) => `its processing could not be observed (${reasonOf(error2, "security-events: read")})`
  );
  return { id, problem };
}
async function problemOf({ octokit, owner, repo }, id) {
  let waited = 0;
  for (let delay = polling.first; waited < polling.total; delay = Math.min(delay * 2, polling.longest)) {
    await setTimeout2(delay);
    waited += delay;
    const status = await octokit.rest.codeScanning.getSarif({ owner, repo, sarif_id: id }).then(
      ({ data }) => data,
      (error2) => {
        if (statusOf(error2) === 404) return void 0;
        throw error2;
      }
    );
    if (status?.processing_status === "complete") return void 0;
    if (status?.processing_status === "failed") return `GitHub could not process it (${status.errors?.join("; ") || "no reason given"})`;
  }
  return "GitHub was still processing it after two minutes";
}

// src/action/github-outputs.ts
async function publishCheckRun(report, run2) {
  if (run2.inputs.annotations !== "check") return false;
  const { inputs, event, openApi, failed, elapsedMs } = run2;
  const options = {
    event,
    openApi,
    failed,
    elapsedMs,
    prefix: run2.workspace.repositoryPrefix,
    category: inputs.category,
    warnOnly: inputs.warnOnly
  };
  return attempt("The check run was not written completely; the annotations are in the log instead", "checks: write", async () => {
    await createCheckRun(report, options);
    return true;
  }).then((done) => done ?? false);
}
async function publishComment(report, { inputs, event, openApi, elapsedMs }) {
  const when = inputs.commentInPr;
  if (when === "never" || event.pullRequest === void 0) return;
  const options = { openApi, pullRequest: event.pullRequest, when, category: inputs.category, elapsedMs };
  await attempt("The comment was not written", "pull-requests: write", () => writeComment(report, options));
}
async function publishSarif(sarif, report, { inputs, event, openApi, elapsedMs }) {
  if (!inputs.uploadSarif) return "";
  const why = whyNoUpload(event, report);
  if (why !== void 0) {
    notice2(`The SARIF was not uploaded: ${why}.`);
    return "";
  }
  const startedAt = new Date(Date.now() - elapsedMs).toISOString();
  return await attempt("The SARIF was not uploaded", "security-events: write", async () => {
    const { id, problem } = await uploadSarif(sarif, { event, openApi, startedAt });
    if (problem === void 0) log(`SARIF uploaded: ${id}`);
    else notice2(`The SARIF was uploaded (${id}), but ${problem}.`);
    return id;
  }) ?? "";
}
async function attempt(failure, permission, work) {
  try {
    return await work();
  } catch (error2) {
    notice2(`${failure}: ${reasonOf(error2, permission)}. The verdict does not depend on it.`);
    return void 0;
  }
}

// src/action/workspace.ts
function workspaceFolder(env) {
  return resolve(env["GITHUB_WORKSPACE"] || ".");
}
async function findWorkspace(workspace, workingDirectory) {
  const root = resolve(workspace, workingDirectory);
  const isFolder = await stat2(root).then(
    (found) => found.isDirectory(),
    () => false
  );
  if (!isFolder) throw new ConfigurationError(`input working-directory is "${workingDirectory}"; there is no such folder in the workspace`);
  const annotationPrefix = posix(relative(workspace, root));
  if (isInside(annotationPrefix) && !isInside(posix(relative(await realpath(workspace), await realpath(root))))) {
    throw new ConfigurationError(`input working-directory is "${workingDirectory}"; a symbolic link in it leads out of the workspace`);
  }
  const repository = repositoryOf(root, workspace);
  return { folder: workspace, root, repository, annotationPrefix, repositoryPrefix: posix(relative(repository, root)) };
}
function repositoryOf(folder, workspace) {
  let at2 = folder;
  while (at2 !== workspace && isInside(posix(relative(workspace, at2)))) {
    if (existsSync(join(at2, ".git"))) return at2;
    at2 = dirname(at2);
  }
  return workspace;
}
function destinationsOf(workspace, env, inputs) {
  const temporary = env["RUNNER_TEMP"] || tmpdir();
  const at2 = (input, name) => {
    if (input === void 0) return join(temporary, name);
    return input === "none" ? void 0 : resolve(workspace, input);
  };
  return { sarif: at2(inputs.sarifFile, "modelgate.sarif"), report: at2(inputs.reportFile, "modelgate.json") };
}
function rebased(report, prefix) {
  if (prefix === "") return report;
  const moved = (item) => {
    const [file, ...members] = item.path;
    return { ...item, path: [`${prefix}/${file}`, ...members] };
  };
  const files = report.files.map((file) => ({
    ...file,
    path: `${prefix}/${file.path}`,
    findings: file.findings.map(moved),
    incomplete: file.incomplete.map(moved),
    ...file.suppressed === void 0 ? {} : { suppressed: file.suppressed.map(moved) }
  }));
  return { ...report, files };
}

// src/action/publish.ts
var maxUnsafeFilesBytes = 64 * 1024;
async function publishReport(report, publication) {
  const { inputs, workspace, destinations, elapsedMs, failed, signal } = publication;
  const category = inputs.category === void 0 ? {} : { category: inputs.category };
  if (destinations.report !== void 0) await writeResult(destinations.report, jsonChunks(report), signal);
  const sarif = toSarif(rebased(report, workspace.repositoryPrefix), { hash: sha256OfText, ...category });
  if (destinations.sarif !== void 0) await writeResult(destinations.sarif, [sarif], signal);
  if (inputs.jobSummary === "always" || inputs.jobSummary === "on-failure" && report.verdict === "fail") {
    await writeSummary(toMarkdown(report, { elapsedMs, fullReport: "the file named by the output report-file" }));
  }
  signal.throwIfAborted();
  logReport(report, elapsedMs);
  const inCheckRun = await publishCheckRun(report, publication);
  if (inputs.annotations !== "off" && !inCheckRun) {
    for (const annotation of annotations(report, {
      max: inputs.maxAnnotations,
      workspacePrefix: workspace.annotationPrefix,
      warnOnly: inputs.warnOnly
    })) {
      annotate(annotation);
    }
  }
  await publishComment(report, publication);
  const sarifId = await publishSarif(sarif, report, publication);
  signal.throwIfAborted();
  setOutputs({ ...outputsOf(report, destinations), "sarif-id": sarifId });
  const verdict = `ModelGate: ${verdictText(report, elapsedMs)}`;
  if (failed) fail(verdict);
  else if (report.verdict === "fail") warn(`${verdict} (warn-only: the step does not fail)`);
  else log(verdict);
}
function logReport(report, elapsedMs) {
  for (const file of worstFirst(report)) log(lineOf(file));
  logGroup("Details", toText(report, { elapsedMs }).trimEnd().split("\n"));
}
function lineOf(file) {
  const name = safe(file.path, { max: 1e3 });
  const [worst] = file.findings;
  if (worst !== void 0) return `${worst.severity.toUpperCase()}  ${name}  ${safe(worst.evidence)}`;
  return `INCOMPLETE  ${name}  ${file.incomplete.map((part) => `${part.why}: ${safe(part.detail)}`).join("; ")}`;
}
function outputsOf(report, destinations) {
  const n = counts(report);
  const scanned2 = report.files.filter((file) => file.status !== "empty" && file.status !== "unrecognised");
  return {
    result: report.verdict === "pass" ? "passed" : "failed",
    "findings-count": n.findings,
    "critical-count": n.critical,
    "high-count": n.high,
    "medium-count": n.medium,
    "low-count": n.low,
    "incomplete-count": n.incompleteFiles,
    "files-scanned": scanned2.length,
    "files-skipped": n.empty + n.unrecognised,
    "bytes-scanned": scanned2.reduce((sum, file) => sum + file.size, 0),
    "sarif-file": destinations.sarif ?? "",
    "report-file": destinations.report ?? "",
    "sarif-id": "",
    ...unsafeFiles(report)
  };
}
function unsafeFiles(report) {
  const names = [];
  let bytes = 2;
  for (const file of worstFirst(report)) {
    if (!isUnsafe(file, report)) continue;
    const name = safeJson(file.path);
    bytes += Buffer.byteLength(name) + 1;
    if (bytes > maxUnsafeFilesBytes) return { "unsafe-files": `[${names.join(",")}]`, "unsafe-files-truncated": true };
    names.push(name);
  }
  return { "unsafe-files": `[${names.join(",")}]`, "unsafe-files-truncated": false };
}
async function publishCrash(error2, destinations, inputs) {
  const message = error2 instanceof Error ? error2.message : String(error2);
  if (!(error2 instanceof ConfigurationError) && error2 instanceof Error) logGroup("Stack", (error2.stack ?? "").split("\n"));
  fail(error2 instanceof ConfigurationError ? message : `ModelGate could not finish: ${message}`);
  const report = { ...buildReport({ files: [], gate: defaultPolicy, notices: [message], version }), verdict: "fail" };
  const category = inputs?.category === void 0 ? {} : { category: inputs.category };
  const written = {
    report: await attempt2(destinations.report, (path6) => writeResult(path6, jsonChunks(report))),
    sarif: await attempt2(destinations.sarif, (path6) => writeResult(path6, [sarifForCrash(message, { version, ...category })]))
  };
  setOutputs({ ...outputsOf(report, written), result: "error" });
  if (inputs?.jobSummary !== "never") {
    await writeSummary(`### ModelGate could not finish

${safeMarkdown(message, { max: 1e3 })}
`).catch(logUnwritten("job summary"));
  }
}
async function attempt2(path6, write) {
  if (path6 === void 0) return void 0;
  return write(path6).then(
    () => path6,
    (error2) => {
      logUnwritten(path6)(error2);
      return void 0;
    }
  );
}
function logUnwritten(what) {
  return (error2) => log(`Not written: ${what} (${error2 instanceof Error ? error2.message : String(error2)})`);
}

// src/action/accepted-file.ts
async function readAccepted(wanted, { workspace, event, openApi }) {
  const { path: path6, maxBytes: maxBytes2 } = wanted;
  const outside = !isInside(posix(relative(workspace, path6)));
  const repository = repositoryOf(resolve(path6, ".."), workspace);
  const file = outside ? void 0 : posix(relative(repository, path6));
  if (file === void 0 || !rulesOf(event).proposed) return { value: parsed(await textOf(wanted), wanted), file, notices: [] };
  return { ...await fromBase(wanted, { repository, file, event, openApi, maxBytes: maxBytes2 }), file };
}
async function fromBase(wanted, base) {
  const { name, named, what } = wanted;
  const { value, sentence } = wanted.fallback;
  const proposed = await textOf({ ...wanted, named: false });
  parsed(proposed, wanted);
  let accepted;
  try {
    accepted = await textAtBase(base);
  } catch (error2) {
    const message = `${name} could not be read at the base commit: ${reasonOf(error2, "contents: read")}. ${capitalized(sentence)}. Remedy: fetch-depth: 0 in actions/checkout, or permissions: contents: read.`;
    if (!named && proposed === void 0) {
      log(message);
      return { value, notices: [] };
    }
    warn(message);
    return { value, notices: [message] };
  }
  const notices = [];
  if (withoutReturns(accepted) !== withoutReturns(proposed)) {
    notices.push(
      `${name} differs from the base commit: the version at the base commit applies, and the change takes effect after the merge.`
    );
  } else if (accepted === void 0 && named) {
    notices.push(`There is no ${name} at the base commit: ${sentence}.`);
  }
  for (const text2 of notices) notice2(text2);
  try {
    return { value: parsed(accepted, wanted), notices };
  } catch (error2) {
    const message = `The ${what} at the base commit has a mistake, so that ${sentence}: ${error2 instanceof Error ? error2.message : String(error2)}`;
    warn(message);
    return { value, notices: [...notices, message] };
  }
}
function capitalized(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function withoutReturns(text2) {
  return text2?.replaceAll("\r\n", "\n");
}
async function textAtBase({ repository, file, event, openApi, maxBytes: maxBytes2 }) {
  const { base } = event;
  if (base === void 0) throw new Error(`the event ${event.name} has no base commit`);
  if (await hasCommit(repository, base)) {
    const [entry] = paths(await git(repository, ["ls-tree", "-z", "--full-tree", base, "--", file]));
    if (entry === void 0) return void 0;
    const blob = /^100\d{3} blob ([0-9a-f]+)\t/.exec(entry)?.[1];
    if (blob === void 0) throw new Error("it is not a regular file there");
    return (await git(repository, ["cat-file", "blob", blob], maxBytes2)).toString("utf8");
  }
  const { octokit, owner, repo } = await openApi();
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path: file, ref: base });
    if (Array.isArray(data) || data.type !== "file" || data.encoding !== "base64")
      throw new Error("it is not a regular file there, or too large");
    return Buffer.from(data.content, "base64").toString("utf8");
  } catch (error2) {
    if (statusOf(error2) === 404) return void 0;
    throw error2;
  }
}
async function textOf({ input, name, path: path6, named, maxBytes: maxBytes2 }) {
  const unreadable = (why) => new ConfigurationError(`input ${input} is "${name}"; it cannot be read (${why})`);
  const stat3 = await lstat2(path6).catch((error2) => {
    if (!named && (error2.code === "ENOENT" || error2.code === "ENOTDIR")) return void 0;
    throw unreadable(error2.code ?? error2.message);
  });
  if (stat3 === void 0) return void 0;
  if (!stat3.isFile()) throw unreadable("it is not a regular file");
  if (stat3.size > maxBytes2) throw unreadable(`it is larger than ${maxBytes2 / (1024 * 1024)} MiB`);
  return readFile(path6, "utf8").catch((error2) => {
    throw unreadable(error2.code ?? error2.message);
  });
}
function parsed(text2, { input, parse, fallback }) {
  if (text2 === void 0) return fallback.value;
  try {
    return parse(text2);
  } catch (error2) {
    throw error2 instanceof PolicyError ? new ConfigurationError(`input ${input}: ${error2.message}`) : error2;
  }
}

// src/action/read-policy.ts
var defaultFile = ".github/modelgate.yml";
var maxPolicyBytes = 1024 * 1024;
var maxBaselineBytes = 16 * 1024 * 1024;
async function readPolicy(inputs, workspace, event, openApi) {
  const { folder } = workspace;
  const path6 = inputs.policyFile === void 0 ? join(workspace.repository, defaultFile) : resolve(folder, inputs.policyFile);
  const name = inputs.policyFile ?? posix(relative(folder, path6));
  const chosen = await readAccepted(
    {
      input: "policy-file",
      what: "policy",
      name,
      path: path6,
      named: inputs.policyFile !== void 0,
      maxBytes: maxPolicyBytes,
      parse: (text2) => parsePolicy(text2, name),
      fallback: { value: defaultPolicy, sentence: "the default policy applies" }
    },
    { workspace: folder, event, openApi }
  );
  const { failOnSeverity: failOn, failOnIncomplete, lfsPointers } = inputs;
  return { ...chosen, value: withGate(chosen.value, { failOn, failOnIncomplete, lfsPointers }) };
}
async function readBaseline({ baselineFile: name }, { folder }, event, openApi) {
  if (name === void 0) return { value: void 0, file: void 0, notices: [] };
  return readAccepted(
    {
      input: "baseline-file",
      what: "baseline",
      name,
      path: resolve(folder, name),
      named: true,
      maxBytes: maxBaselineBytes,
      parse: (text2) => parseBaseline(text2, name),
      fallback: { value: void 0, sentence: "no baseline applies" }
    },
    { workspace: folder, event, openApi }
  );
}

// src/action/main.ts
var progressInterval = 1e4;
async function run(env) {
  const workspace = workspaceFolder(env);
  let destinations = destinationsOf(workspace, env, {});
  let inputs;
  const uncaught = new AbortController();
  const onUncaught = (error2) => uncaught.abort(error2);
  process.on("uncaughtException", onUncaught);
  try {
    inputs = readInputs((name) => getInput(name));
    destinations = destinationsOf(workspace, env, inputs);
    await Promise.race([gate(inputs, destinations, env, uncaught.signal), rejection(uncaught.signal)]);
  } catch (error2) {
    await publishCrash(error2, destinations, inputs);
  } finally {
    process.off("uncaughtException", onUncaught);
  }
}
function rejection(signal) {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}
async function gate(inputs, destinations, env, signal) {
  const started = performance.now();
  const workspace = await findWorkspace(workspaceFolder(env), inputs.workingDirectory);
  const event = await readEvent(env);
  const openApi = lazyApi(inputs.token, event);
  const report = inputs.mergeReports === void 0 ? await scanned(inputs, workspace, event, openApi) : await merged(inputs.mergeReports, workspace, inputs);
  await publishReport(report, {
    inputs,
    workspace,
    destinations,
    elapsedMs: performance.now() - started,
    // With warn-only, findings do not fail the step. Incomplete files still do: there is no finding to warn about.
    failed: exitCode(inputs.warnOnly ? withoutFindings(report) : report) !== 0,
    event,
    openApi,
    signal
  });
}
async function merged(patterns, workspace, inputs) {
  const report = await mergeFound(patterns, workspace, inputs);
  if (!report.partial) warnIfNothingScanned(report, inputs);
  return report;
}
async function scanned(inputs, workspace, event, openApi) {
  const chosen = await readPolicy(inputs, workspace, event, openApi);
  const baseline = await readBaseline(inputs, workspace, event, openApi);
  const firstParty = await firstPartyOf(workspace, event);
  const policy = firstParty === void 0 ? chosen.value : { ...chosen.value, firstParty };
  const decisive = [
    { what: "policy", file: chosen.file },
    { what: "baseline", file: baseline.file }
  ];
  const found = await findFiles(workspace.root, inputs);
  const scope = inputs.changedOnly ? await narrow(found.files, { workspace, event, decisive, openApi, links: new Set(found.links) }) : { files: found.files, isPartial: false, notices: [] };
  const part = inputs.shard && planShard(sizesOf(scope.files, workspace.root), inputs.shard.index, inputs.shard.count);
  const { files: wanted } = part ?? scope;
  log(`ModelGate ${version}: ${plural(wanted.length, "file")} to scan`);
  const today = dayOf(/* @__PURE__ */ new Date());
  const files = await scan(wanted, { root: workspace.root, policy, today, ...baseline.value ? { baseline: baseline.value } : {} }, inputs);
  const exceptions = exceptionNotices(policy.exceptions, today, files);
  const report = buildReport({
    files,
    gate: policy,
    notices: [...chosen.notices, ...baseline.notices, ...scope.notices, ...found.notices, ...exceptions],
    version,
    partial: scope.isPartial,
    ...part ? { shard: part.shard } : {}
  });
  if (found.files.length === 0 || !(scope.isPartial || part)) warnIfNothingScanned(report, inputs);
  return report;
}
function scan(files, options, inputs) {
  let lastProgress = performance.now();
  return scanFiles(files, {
    ...options,
    ...inputs.concurrency === void 0 ? {} : { concurrency: inputs.concurrency },
    ...inputs.timeoutMinutesPerFile === void 0 ? {} : { timeoutMs: inputs.timeoutMinutesPerFile * 6e4 },
    onFile: (_file, done, total) => {
      if (performance.now() - lastProgress < progressInterval) return;
      lastProgress = performance.now();
      log(`${done} of ${total} files`);
    }
  });
}
function warnIfNothingScanned(report, { ifNoFilesFound }) {
  if (report.files.some((file) => file.status !== "empty" && file.status !== "unrecognised")) return;
  const message = report.files.length === 0 ? "No file was found to scan: check the inputs paths, exclude and working-directory." : `None of ${plural(report.files.length, "file")} has a model format that ModelGate recognises: nothing was scanned.`;
  if (ifNoFilesFound === "error") throw new ConfigurationError(message);
  if (ifNoFilesFound === "warn") warn(message);
}

// src/action/index.ts
await run(process.env);
