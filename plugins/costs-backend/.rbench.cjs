var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/@backstage/errors/dist/errors/assertion.cjs.js
var require_assertion_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/errors/assertion.cjs.js"(exports2) {
    "use strict";
    function isError(value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return false;
      }
      const maybe = value;
      if (typeof maybe.name !== "string" || maybe.name === "") {
        return false;
      }
      if (typeof maybe.message !== "string") {
        return false;
      }
      return true;
    }
    function assertError(value) {
      if (!isError(value)) {
        throw new Error(`Encountered invalid error, got '${value}'`);
      }
    }
    function toError(value) {
      if (isError(value)) {
        return value;
      }
      if (typeof value === "string") {
        return new Error(value);
      }
      try {
        return new Error(`unknown error '${value}'`);
      } catch {
        return new Error(`unknown error of type '${typeof value}'`);
      }
    }
    exports2.assertError = assertError;
    exports2.isError = isError;
    exports2.toError = toError;
  }
});

// node_modules/@backstage/errors/dist/errors/CustomErrorBase.cjs.js
var require_CustomErrorBase_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/errors/CustomErrorBase.cjs.js"(exports2) {
    "use strict";
    var assertion = require_assertion_cjs();
    var CustomErrorBase = class extends Error {
      /**
       * An inner error that caused this error to be thrown, if any.
       */
      cause;
      constructor(message, cause) {
        const causeError = cause !== void 0 ? assertion.toError(cause) : void 0;
        let fullMessage = message;
        if (causeError !== void 0) {
          const causeStr = String(causeError);
          const causeMsg = causeStr !== "[object Object]" ? causeStr : `${causeError.name}: ${causeError.message}`;
          if (fullMessage) {
            fullMessage += `; caused by ${causeMsg}`;
          } else {
            fullMessage = `caused by ${causeMsg}`;
          }
        }
        super(fullMessage);
        Error.captureStackTrace?.(this, this.constructor);
        if (!this.name || this.name === "Error") {
          const baseName = this.constructor.name;
          if (baseName !== "Error") {
            this.name = this.constructor.name;
          }
        }
        this.cause = causeError;
      }
    };
    exports2.CustomErrorBase = CustomErrorBase;
  }
});

// node_modules/@backstage/errors/dist/errors/common.cjs.js
var require_common_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/errors/common.cjs.js"(exports2) {
    "use strict";
    var assertion = require_assertion_cjs();
    var CustomErrorBase = require_CustomErrorBase_cjs();
    var InputError2 = class extends CustomErrorBase.CustomErrorBase {
      name = "InputError";
    };
    var AuthenticationError = class extends CustomErrorBase.CustomErrorBase {
      name = "AuthenticationError";
    };
    var NotAllowedError = class extends CustomErrorBase.CustomErrorBase {
      name = "NotAllowedError";
    };
    var NotFoundError = class extends CustomErrorBase.CustomErrorBase {
      name = "NotFoundError";
    };
    var ConflictError = class extends CustomErrorBase.CustomErrorBase {
      name = "ConflictError";
    };
    var NotModifiedError = class extends CustomErrorBase.CustomErrorBase {
      name = "NotModifiedError";
    };
    var NotImplementedError = class extends CustomErrorBase.CustomErrorBase {
      name = "NotImplementedError";
    };
    var ServiceUnavailableError = class extends CustomErrorBase.CustomErrorBase {
      name = "ServiceUnavailableError";
    };
    var ForwardedError = class extends CustomErrorBase.CustomErrorBase {
      constructor(message, cause) {
        super(message, cause);
        this.name = assertion.isError(cause) ? cause.name : "Error";
      }
    };
    exports2.AuthenticationError = AuthenticationError;
    exports2.ConflictError = ConflictError;
    exports2.ForwardedError = ForwardedError;
    exports2.InputError = InputError2;
    exports2.NotAllowedError = NotAllowedError;
    exports2.NotFoundError = NotFoundError;
    exports2.NotImplementedError = NotImplementedError;
    exports2.NotModifiedError = NotModifiedError;
    exports2.ServiceUnavailableError = ServiceUnavailableError;
  }
});

// node_modules/serialize-error/index.js
var require_serialize_error = __commonJS({
  "node_modules/serialize-error/index.js"(exports2, module2) {
    "use strict";
    var NonError = class _NonError extends Error {
      constructor(message) {
        super(_NonError._prepareSuperMessage(message));
        Object.defineProperty(this, "name", {
          value: "NonError",
          configurable: true,
          writable: true
        });
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, _NonError);
        }
      }
      static _prepareSuperMessage(message) {
        try {
          return JSON.stringify(message);
        } catch {
          return String(message);
        }
      }
    };
    var commonProperties = [
      { property: "name", enumerable: false },
      { property: "message", enumerable: false },
      { property: "stack", enumerable: false },
      { property: "code", enumerable: true }
    ];
    var isCalled = /* @__PURE__ */ Symbol(".toJSON called");
    var toJSON = (from) => {
      from[isCalled] = true;
      const json = from.toJSON();
      delete from[isCalled];
      return json;
    };
    var destroyCircular = ({
      from,
      seen,
      to_,
      forceEnumerable,
      maxDepth,
      depth
    }) => {
      const to = to_ || (Array.isArray(from) ? [] : {});
      seen.push(from);
      if (depth >= maxDepth) {
        return to;
      }
      if (typeof from.toJSON === "function" && from[isCalled] !== true) {
        return toJSON(from);
      }
      for (const [key, value] of Object.entries(from)) {
        if (typeof Buffer === "function" && Buffer.isBuffer(value)) {
          to[key] = "[object Buffer]";
          continue;
        }
        if (typeof value === "function") {
          continue;
        }
        if (!value || typeof value !== "object") {
          to[key] = value;
          continue;
        }
        if (!seen.includes(from[key])) {
          depth++;
          to[key] = destroyCircular({
            from: from[key],
            seen: seen.slice(),
            forceEnumerable,
            maxDepth,
            depth
          });
          continue;
        }
        to[key] = "[Circular]";
      }
      for (const { property, enumerable } of commonProperties) {
        if (typeof from[property] === "string") {
          Object.defineProperty(to, property, {
            value: from[property],
            enumerable: forceEnumerable ? true : enumerable,
            configurable: true,
            writable: true
          });
        }
      }
      return to;
    };
    var serializeError = (value, options = {}) => {
      const { maxDepth = Number.POSITIVE_INFINITY } = options;
      if (typeof value === "object" && value !== null) {
        return destroyCircular({
          from: value,
          seen: [],
          forceEnumerable: true,
          maxDepth,
          depth: 0
        });
      }
      if (typeof value === "function") {
        return `[Function: ${value.name || "anonymous"}]`;
      }
      return value;
    };
    var deserializeError = (value, options = {}) => {
      const { maxDepth = Number.POSITIVE_INFINITY } = options;
      if (value instanceof Error) {
        return value;
      }
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        const newError = new Error();
        destroyCircular({
          from: value,
          seen: [],
          to_: newError,
          maxDepth,
          depth: 0
        });
        return newError;
      }
      return new NonError(value);
    };
    module2.exports = {
      serializeError,
      deserializeError
    };
  }
});

// node_modules/@backstage/errors/dist/serialization/error.cjs.js
var require_error_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/serialization/error.cjs.js"(exports2) {
    "use strict";
    var serializeError$1 = require_serialize_error();
    var assertion = require_assertion_cjs();
    function serializeError(error, options) {
      const serialized = serializeError$1.serializeError(error);
      const result = {
        name: "Unknown",
        message: "<no reason given>",
        ...serialized
      };
      if (!options?.includeStack) {
        delete result.stack;
        if (result.cause && typeof result.cause === "object" && "stack" in result.cause) {
          delete result.cause.stack;
        }
      }
      return result;
    }
    function deserializeError(data) {
      const result = serializeError$1.deserializeError(data);
      if (!data.stack) {
        result.stack = void 0;
      }
      return result;
    }
    function stringifyError(error) {
      if (assertion.isError(error)) {
        const str = String(error);
        return str !== "[object Object]" ? str : `${error.name}: ${error.message}`;
      }
      return `unknown error '${error}'`;
    }
    exports2.deserializeError = deserializeError;
    exports2.serializeError = serializeError;
    exports2.stringifyError = stringifyError;
  }
});

// node_modules/@backstage/errors/dist/serialization/response.cjs.js
var require_response_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/serialization/response.cjs.js"(exports2) {
    "use strict";
    async function parseErrorResponseBody(response) {
      try {
        const text2 = await response.text();
        if (text2) {
          if (response.headers.get("content-type")?.startsWith("application/json")) {
            try {
              const body = JSON.parse(text2);
              if (body.error && body.response) {
                return body;
              }
            } catch {
            }
          }
          return {
            error: {
              name: "Error",
              message: `Request failed with status ${response.status} ${response.statusText}, ${text2}`
            },
            response: {
              statusCode: response.status
            }
          };
        }
      } catch {
      }
      return {
        error: {
          name: "Error",
          message: `Request failed with status ${response.status} ${response.statusText}`
        },
        response: {
          statusCode: response.status
        }
      };
    }
    exports2.parseErrorResponseBody = parseErrorResponseBody;
  }
});

// node_modules/@backstage/errors/dist/errors/ResponseError.cjs.js
var require_ResponseError_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/errors/ResponseError.cjs.js"(exports2) {
    "use strict";
    var error = require_error_cjs();
    var response = require_response_cjs();
    var ResponseError = class _ResponseError extends Error {
      /**
       * The actual response, as seen by the client.
       *
       * Note that the body of this response is always consumed. Its parsed form is
       * in the `body` field.
       */
      response;
      /**
       * The parsed JSON error body, as sent by the server.
       */
      body;
      /**
       * The Error cause, as seen by the remote server. This is parsed out of the
       * JSON error body.
       *
       * This error always has the plain Error constructor, however all
       * serializable enumerable fields on the remote error including its name are
       * preserved. Therefore, if you want to check the error type, use its name
       * property rather than checking typeof or its constructor or prototype.
       */
      cause;
      statusCode;
      statusText;
      /**
       * Constructs a ResponseError based on a failed response.
       *
       * Assumes that the response has already been checked to be not ok. This
       * function consumes the body of the response, and assumes that it hasn't
       * been consumed before.
       */
      static async fromResponse(response$1) {
        const data = await response.parseErrorResponseBody(response$1);
        const statusCode = data.response.statusCode || response$1.status;
        const statusText = response$1.statusText;
        const message = `Request failed with ${statusCode} ${statusText}`;
        const cause = error.deserializeError(data.error);
        return new _ResponseError({
          message,
          response: response$1,
          data,
          cause,
          statusCode,
          statusText
        });
      }
      constructor(opts) {
        super(opts.message);
        this.name = "ResponseError";
        this.response = opts.response;
        this.body = opts.data;
        this.cause = opts.cause;
        this.statusCode = opts.statusCode;
        this.statusText = opts.statusText;
      }
    };
    exports2.ResponseError = ResponseError;
  }
});

// node_modules/@backstage/errors/dist/index.cjs.js
var require_index_cjs = __commonJS({
  "node_modules/@backstage/errors/dist/index.cjs.js"(exports2) {
    "use strict";
    var assertion = require_assertion_cjs();
    var common = require_common_cjs();
    var CustomErrorBase = require_CustomErrorBase_cjs();
    var ResponseError = require_ResponseError_cjs();
    var error = require_error_cjs();
    var response = require_response_cjs();
    exports2.assertError = assertion.assertError;
    exports2.isError = assertion.isError;
    exports2.toError = assertion.toError;
    exports2.AuthenticationError = common.AuthenticationError;
    exports2.ConflictError = common.ConflictError;
    exports2.ForwardedError = common.ForwardedError;
    exports2.InputError = common.InputError;
    exports2.NotAllowedError = common.NotAllowedError;
    exports2.NotFoundError = common.NotFoundError;
    exports2.NotImplementedError = common.NotImplementedError;
    exports2.NotModifiedError = common.NotModifiedError;
    exports2.ServiceUnavailableError = common.ServiceUnavailableError;
    exports2.CustomErrorBase = CustomErrorBase.CustomErrorBase;
    exports2.ResponseError = ResponseError.ResponseError;
    exports2.deserializeError = error.deserializeError;
    exports2.serializeError = error.serializeError;
    exports2.stringifyError = error.stringifyError;
    exports2.parseErrorResponseBody = response.parseErrorResponseBody;
  }
});

// plugins/costs-backend/src/reading/inspectFile.ts
var import_promises5 = __toESM(require("node:fs/promises"));

// plugins/costs-backend/src/reading/csvHeader.ts
var DELIMITERS = [",", ";", "	", "|"];
function splitFirstRecord(csv, delimiter) {
  const fields = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at];
    if (quoted) {
      if (character !== '"') field += character;
      else if (csv[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === delimiter) {
      fields.push(field);
      field = "";
    } else if (character === "\n" || character === "\r") {
      return [...fields, field];
    } else field += character;
  }
  return void 0;
}
function detectDelimiter(csv) {
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: splitFirstRecord(csv, delimiter)?.length ?? 0
  }));
  counts.sort((left, right) => right.columns - left.columns);
  return counts[0].delimiter;
}
var RESERVED = ["__row", "rowid"];
function uniqueColumnNames(header) {
  const taken = new Set(RESERVED);
  return header.map((name, index) => {
    const wanted = name.trim() || `column ${index + 1}`;
    let unique = wanted;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      unique = `${wanted} (${count})`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

// plugins/costs-backend/src/reading/inspectParquet.ts
var import_node_path3 = __toESM(require("node:path"));
var import_promises4 = __toESM(require("node:fs/promises"));
var import_node_os = __toESM(require("node:os"));

// plugins/costs-backend/src/reading/prepareSource.ts
var import_node_fs2 = require("node:fs");
var import_promises = __toESM(require("node:fs/promises"));
var import_node_path = __toESM(require("node:path"));
var import_promises2 = require("node:stream/promises");

// plugins/costs-backend/src/reading/openBytes.ts
var import_node_fs = __toESM(require("node:fs"));
var import_node_stream = require("node:stream");
var import_node_zlib = __toESM(require("node:zlib"));

// plugins/costs-backend/src/reading/ReadingError.ts
var import_errors = __toESM(require_index_cjs());
var ReadingError = class extends import_errors.InputError {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
  code;
};

// plugins/costs-backend/src/reading/openBytes.ts
var CHUNK_BYTES = 256 * 1024;
var RATIO_COUNTS_FROM_BYTES = 64 * 1024 ** 2;
function openBytes(profile, limits) {
  const source = import_node_fs.default.createReadStream(profile.file, {
    highWaterMark: CHUNK_BYTES
  });
  const limited = countBytes(profile, limits);
  if (profile.compression === "none") {
    return (0, import_node_stream.pipeline)(source, limited, () => void 0);
  }
  const gunzip = import_node_zlib.default.createGunzip({ chunkSize: CHUNK_BYTES });
  gunzip.on("error", (error) => limited.destroy(gzipError(error)));
  return (0, import_node_stream.pipeline)(source, gunzip, limited, () => void 0);
}
function countBytes(profile, limits) {
  let bytes = 0;
  return new import_node_stream.Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limits.maxBytes) {
        done(
          new ReadingError(
            "too-large",
            `The file holds more than ${limits.maxBytes} bytes. Split it by billing period or by account`
          )
        );
      } else if (bytes > RATIO_COUNTS_FROM_BYTES && bytes > profile.bytes * limits.maxCompressionRatio) {
        done(
          new ReadingError(
            "compression-bomb",
            `The file grows more than ${limits.maxCompressionRatio} times when it is decompressed, which no cost export does. Send it uncompressed`
          )
        );
      } else done(null, chunk);
    }
  });
}
function gzipError(error) {
  return error.code === "Z_BUF_ERROR" ? new ReadingError(
    "truncated-file",
    "The compressed file ends too early. Fetch it from the provider again"
  ) : new ReadingError(
    "damaged-file",
    "The compressed file is damaged. Fetch it from the provider again"
  );
}

// plugins/costs-backend/src/reading/prepareSource.ts
var CSV_SOURCE = "source.csv";
var PARQUET_SOURCE = "source.parquet";
async function prepareSource(workspace, profile, limits) {
  if (profile.kind === "parquet") {
    return linkSource(workspace, profile.file, PARQUET_SOURCE);
  }
  const bytes = openBytes(profile, limits);
  if (profile.compression === "none" && profile.encoding === "utf-8") {
    for await (const chunk of checkedText(bytes, limits)) void chunk;
    return linkSource(workspace, profile.file, CSV_SOURCE);
  }
  const target = import_node_path.default.join(workspace.folder, CSV_SOURCE);
  await (0, import_promises2.pipeline)(
    checkedText(decoded(bytes, profile), limits),
    (0, import_node_fs2.createWriteStream)(target)
  );
  return target;
}
async function linkSource(workspace, file2, name) {
  const target = import_node_path.default.join(workspace.folder, name);
  const real = await import_promises.default.realpath(file2);
  try {
    await import_promises.default.link(real, target);
  } catch {
    await import_promises.default.copyFile(real, target, import_node_fs2.constants.COPYFILE_FICLONE);
  }
  return target;
}
async function* decoded(bytes, profile) {
  if (profile.encoding === "utf-8") {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(profile.encoding, { fatal: true });
  try {
    for await (const chunk of bytes) {
      yield Buffer.from(decoder.decode(chunk, { stream: true }));
    }
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    throw new ReadingError(
      "wrong-encoding",
      `The file is not valid ${profile.encoding}. Save it as UTF-8`
    );
  }
}
async function* checkedText(chunks, limits) {
  let lineBytes = 0;
  for await (const chunk of chunks) {
    if (chunk.includes(0)) {
      throw new ReadingError(
        "nul-bytes",
        "The file holds NUL bytes, so it is not text. Send a CSV file in UTF-8, or in UTF-16 with a byte order mark"
      );
    }
    const firstEnd = chunk.indexOf("\n");
    lineBytes += firstEnd === -1 ? chunk.length : firstEnd;
    if (lineBytes > limits.maxLineBytes) {
      throw new ReadingError(
        "line-too-long",
        `A line is longer than ${limits.maxLineBytes} bytes or never ends`
      );
    }
    if (firstEnd !== -1) lineBytes = chunk.length - chunk.lastIndexOf("\n") - 1;
    yield chunk;
  }
}

// plugins/costs-backend/src/reading/ReadingLimits.ts
var DEFAULT_READING_LIMITS = {
  maxBytes: 64 * 1024 ** 3,
  maxCompressionRatio: 500,
  maxColumns: 2e3,
  maxLineBytes: 1024 ** 2,
  maxRows: 2e8
};
function refuseTooManyColumns(count, limits) {
  if (count > limits.maxColumns) {
    throw new ReadingError(
      "too-many-columns",
      `The file has ${count} columns, at most ${limits.maxColumns} are read`
    );
  }
}

// plugins/costs-backend/src/reading/sql.ts
var identifier = (name) => `"${name.replaceAll('"', '""')}"`;
var literal = (value) => `'${value.replaceAll("'", "''")}'`;
var bindings = 0;
function bound(sql, use) {
  if (/^"(?:[^"]|"")*"$/.test(sql)) return use(sql);
  bindings += 1;
  const name = `bound_${bindings}`;
  return `list_transform([(${sql})::varchar], lambda ${name}: ${use(name)})[1]`;
}

// plugins/costs-backend/src/reading/Workspace.ts
var import_node_api = require("@duckdb/node-api");
var import_promises3 = __toESM(require("node:fs/promises"));
var import_node_path2 = __toESM(require("node:path"));

// plugins/costs-backend/src/reading/defineMacros.ts
var MACROS = [
  // 1,234.50 is money as spreadsheets write it only where the currency leads:
  // without it the comma may as well be a decimal comma.
  `macro spreadsheet_money(v) as
     case when regexp_full_match(trim(v), '-?\\$-?[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?|-?\\$-?[0-9]+(\\.[0-9]+)?|\\(\\$[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?\\)')
       then (case when contains(v, '-') or contains(v, '(') then '-' else '' end)
         || regexp_replace(v, '[^0-9.]', '', 'g')
     end`,
  // Moves the point by string, so that no digit is lost.
  `macro move_point(sign, whole, fraction, exponent) as
     sign || case
       when length(whole) + exponent <= 0
         then '0.' || repeat('0', -(length(whole) + exponent)) || whole || fraction
       when exponent >= length(fraction)
         then whole || fraction || repeat('0', exponent - length(fraction))
       else left(whole || fraction, length(whole) + exponent) || '.'
         || substr(whole || fraction, length(whole) + exponent + 1)
     end`,
  `macro scientific_number(v) as
     case when regexp_full_match(v, '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?')
       then move_point(
         case when starts_with(v, '-') then '-' else '' end,
         coalesce(nullif(regexp_extract(v, '^[+-]?([0-9]*)', 1), ''), '0'),
         regexp_extract(v, '\\.([0-9]*)', 1),
         coalesce(try_cast(nullif(regexp_extract(v, '[eE]([+-]?[0-9]+)$', 1), '') as integer), 0))
     end`,
  `macro is_plain_number(v) as regexp_full_match(v, '-?[0-9]+(\\.[0-9]+)?') and length(v) <= 200`,
  `macro exact_number(v) as
     case when length(v) > 200 then null
       when regexp_full_match(v, '-?[0-9]+(\\.[0-9]+)?') then v
       else coalesce(scientific_number(trim(v)), spreadsheet_money(v))
     end`,
  `macro scale_of(v) as length(regexp_extract(v, '\\.([0-9]*)$', 1))`,
  `macro units_of(v, scale) as
     (replace(v, '.', '') || repeat('0', scale - scale_of(v)))::hugeint`,
  `macro respelled(units, scale) as
     move_point(case when units < 0 then '-' else '' end, abs(units)::varchar, '', -scale)`,
  // More digits than 38 are no number then, which rejects the row by name
  // rather than rounding it.
  `macro exact_sum(a, b) as
     case when a is null or b is null then null
       else coalesce(try(respelled(
         units_of(a, greatest(scale_of(a), scale_of(b))) + units_of(b, greatest(scale_of(a), scale_of(b))),
         greatest(scale_of(a), scale_of(b)))), 'too many digits')
     end`,
  `macro exact_product(a, b) as
     case when a is null or b is null then null
       else coalesce(try(respelled(
         units_of(a, scale_of(a)) * units_of(b, scale_of(b)),
         scale_of(a) + scale_of(b))), 'too many digits')
     end`,
  `macro exact_difference(a, b) as
     exact_sum(a, case when starts_with(b, '-') then substr(b, 2) else '-' || b end)`,
  `macro exact_total(a, b) as
     case when a is null then b when b is null then a else exact_sum(a, b) end`,
  `macro decimal_comma(v) as
     case when regexp_full_match(trim(v), '[+-]?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+),[0-9]+([eE][+-]?[0-9]{1,2})?')
       then replace(replace(v, '.', ''), ',', '.')
       else v
     end`,
  // A cast to timestamp drops an offset silently: only texts without one take it.
  `macro is_plain_instant(v) as
     regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z| UTC)?)?')`,
  `macro instant(v) as
     case when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z| UTC)?)?')
         then try_cast(v as timestamp)
       when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?[+-][0-9]{2}(:?[0-9]{2})?')
         then cast(try_cast(
           regexp_replace(regexp_replace(v, '([T ][0-9]{2}:[0-9]{2})([+-])', '\\1:00\\2'), '([+-][0-9]{2}):?([0-9]{2})$', '\\1:\\2')
           as timestamptz) as timestamp)
       when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}Z?')
         then try_strptime(left(replace(v, ' ', 'T'), 16), '%Y-%m-%dT%H:%M')
       when regexp_full_match(v, '[0-9]{8}')
         then try_strptime(v, '%Y%m%d')
     end`,
  `macro month_first_instant(v) as
     coalesce(instant(v),
       case when regexp_full_match(v, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( [0-9]{2}:[0-9]{2}:[0-9]{2})?')
           then coalesce(try_strptime(v, '%m/%d/%Y'), try_strptime(v, '%m/%d/%Y %H:%M:%S'))
         when regexp_full_match(v, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}')
           then try_strptime(v, '%m/%d/%y')
       end)`,
  // The parser lets NaN, Infinity, trailing commas and escaped NULs pass, at which PostgreSQL stops.
  `macro is_json_object(v) as
     json_valid(v) and left(ltrim(v), 1) in ('{', '[')
       and not (regexp_matches(v, '(?i)nan|inf|,\\s*[}\\]]|\\\\u0000')
         and (contains(v, '\\u0000')
           or regexp_matches(regexp_replace(v, '"(\\\\.|[^"\\\\])*"', '""', 'g'), '(?i)nan|inf|,\\s*[}\\]]')))`
];
async function defineMacros(workspace) {
  for (const macro of MACROS) {
    await workspace.run(`create ${macro}`);
  }
}

// plugins/costs-backend/src/reading/Workspace.ts
var Workspace = class _Workspace {
  constructor(folder, instance, connection) {
    this.folder = folder;
    this.instance = instance;
    this.connection = connection;
  }
  folder;
  instance;
  connection;
  /** The file that was read, once `readSource` has. */
  source;
  /** Makes the folder and the database in it. */
  static async open(options) {
    await import_promises3.default.mkdir(options.directory, { recursive: true });
    const folder = await import_promises3.default.mkdtemp(import_node_path2.default.join(options.directory, "workspace-"));
    try {
      const instance = await import_node_api.DuckDBInstance.create(":memory:", {
        threads: String(options.threads),
        memory_limit: `${options.memoryMiB}MiB`,
        temp_directory: import_node_path2.default.join(folder, "spill"),
        autoload_known_extensions: "false",
        autoinstall_known_extensions: "false",
        allow_community_extensions: "false",
        enable_external_file_cache: "false"
      });
      const connection = await instance.connect();
      await connection.run(
        `attach ${literal(import_node_path2.default.join(folder, "rows.duckdb"))} as workspace (row_group_size 30720)`
      );
      await connection.run(`
        use workspace;
        set TimeZone = 'UTC';
        set allowed_directories = [${literal(folder)}];
        set enable_external_access = false;
        set lock_configuration = true;
      `);
      const workspace = new _Workspace(folder, instance, connection);
      await defineMacros(workspace);
      return workspace;
    } catch (error) {
      await import_promises3.default.rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
  /** Runs statements whose answer is not needed. */
  async run(sql, params) {
    await this.connection.run(sql, params);
  }
  /** All rows of an answer; decimals, large integers and instants are strings, so that they stay exact. */
  async rows(sql, params) {
    const reader = await this.connection.runAndReadAll(sql, params);
    return reader.getRowObjectsJson();
  }
  /** Ends what runs and removes the folder. */
  async close() {
    this.connection.interrupt();
    this.connection.closeSync();
    this.instance.closeSync();
    await import_promises3.default.rm(this.folder, { recursive: true, force: true });
  }
};

// plugins/costs-backend/src/reading/inspectParquet.ts
async function inspectParquet(file2, bytes, limits) {
  await refuseTruncated(file2, bytes);
  const workspace = await Workspace.open({
    directory: import_node_path3.default.join(import_node_os.default.tmpdir(), "freehold-inspect"),
    memoryMiB: 64,
    threads: 1
  });
  try {
    const source = await linkSource(workspace, file2, PARQUET_SOURCE);
    const columns = await describeParquet(workspace, source);
    refuseTooManyColumns(columns.length, limits);
    const [{ rows }] = await workspace.rows(
      `select num_rows as rows from parquet_file_metadata(${literal(source)})`
    );
    if (BigInt(rows) > BigInt(limits.maxRows)) {
      throw new ReadingError(
        "too-many-rows",
        `The file has ${rows} rows, at most ${limits.maxRows} are read. Split it by billing period or by account`
      );
    }
    return {
      file: file2,
      bytes,
      kind: "parquet",
      compression: "none",
      encoding: "utf-8",
      delimiter: "",
      columns: uniqueColumnNames(columns.map((column2) => column2.column_name))
    };
  } catch (error) {
    throw error instanceof ReadingError ? error : damagedParquet();
  } finally {
    await workspace.close();
  }
}
async function describeParquet(workspace, source) {
  return workspace.rows(
    `describe select * from read_parquet(${literal(source)})`
  );
}
async function refuseTruncated(file2, bytes) {
  const handle = await import_promises4.default.open(file2, "r");
  try {
    const end = Buffer.alloc(4);
    await handle.read(end, 0, 4, Math.max(0, bytes - 4));
    if (bytes < 12 || end.toString("latin1") !== "PAR1") {
      throw new ReadingError(
        "truncated-file",
        "The Parquet file ends too early. Fetch it from the provider again"
      );
    }
  } finally {
    await handle.close();
  }
}
function damagedParquet() {
  return new ReadingError(
    "damaged-file",
    "The Parquet file is damaged. Fetch it from the provider again"
  );
}

// plugins/costs-backend/src/reading/inspectFile.ts
async function inspectFile(file2, limits, declared = {}) {
  const { size: bytes } = await import_promises5.default.stat(file2);
  const magic = await readStart(file2);
  if (bytes === 0) {
    throw new ReadingError("empty-file", "The file is empty");
  }
  refuseArchives(magic);
  if (magic.subarray(0, 4).toString("latin1") === "PAR1") {
    return inspectParquet(file2, bytes, limits);
  }
  const compression = magic[0] === 31 && magic[1] === 139 ? "gzip" : "none";
  const head = await readHead({ file: file2, bytes, compression }, limits);
  if (head.length === 0) {
    throw new ReadingError("empty-file", "The compressed file is empty");
  }
  refuseArchives(head);
  const encoding = detectEncoding(head, declared);
  const csv = decodeHead(head, encoding);
  const delimiter = detectDelimiter(csv);
  return {
    file: file2,
    bytes,
    kind: "csv",
    compression,
    encoding,
    delimiter,
    columns: readHeader(csv, delimiter, limits)
  };
}
async function readStart(file2) {
  const handle = await import_promises5.default.open(file2, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
function refuseArchives(start) {
  if (start.subarray(0, 4).equals(Buffer.from("PK", "latin1"))) {
    throw new ReadingError(
      "zip-archive",
      "The file is a ZIP archive or a spreadsheet (.xlsx). Send the CSV or Parquet file that is in it, or save the sheet as CSV"
    );
  }
}
async function readHead(profile, limits) {
  const chunks = [];
  let length = 0;
  const enough = limits.maxLineBytes * 2;
  for await (const chunk of openBytes(profile, limits)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > enough || chunk.includes("\n")) break;
  }
  return Buffer.concat(chunks);
}
function detectEncoding(head, declared) {
  if (head[0] === 255 && head[1] === 254) return "utf-16le";
  if (head[0] === 254 && head[1] === 255) return "utf-16be";
  const marked = head[0] === 239 && head[1] === 187 && head[2] === 191;
  return !marked && declared.encoding || "utf-8";
}
function decodeHead(head, encoding) {
  const text2 = new TextDecoder(encoding).decode(head);
  return `${text2}
`;
}
function readHeader(csv, delimiter, limits) {
  const header = splitFirstRecord(csv, delimiter);
  const headerLength = header?.join(delimiter).length ?? Infinity;
  if (!header || headerLength > limits.maxLineBytes) {
    throw new ReadingError(
      "line-too-long",
      `The first line is longer than ${limits.maxLineBytes} bytes or never ends. The first line must hold the names of the columns`
    );
  }
  if (header.some((name) => name.includes("\0"))) {
    throw new ReadingError(
      "nul-bytes",
      "The first line holds NUL bytes. Send a CSV file in UTF-8, or in UTF-16 with a byte order mark"
    );
  }
  if (header.some((name) => name.includes("\uFFFD"))) {
    throw new ReadingError(
      "wrong-encoding",
      "The names of the columns are not valid in the encoding of the file. Save it as UTF-8, or declare its encoding"
    );
  }
  refuseTooManyColumns(header.length, limits);
  if (header.length < 2) {
    throw new ReadingError(
      "no-header",
      "The first line does not name columns, separated by comma, semicolon, tab or |"
    );
  }
  return uniqueColumnNames(header);
}

// plugins/costs-node/src/focus/chargeColumns.ts
var CHARGE_COLUMNS = [
  { focusName: "AllocatedMethodDetails", name: "allocated_method_details", type: "json" },
  { focusName: "AllocatedMethodId", name: "allocated_method_id", type: "string" },
  { focusName: "AllocatedResourceId", name: "allocated_resource_id", type: "string" },
  { focusName: "AllocatedResourceName", name: "allocated_resource_name", type: "string" },
  { focusName: "AllocatedTags", name: "allocated_tags", type: "json" },
  { focusName: "AvailabilityZone", name: "availability_zone", type: "string" },
  { focusName: "BilledCost", name: "billed_cost", type: "decimal" },
  { focusName: "BillingAccountId", name: "billing_account_id", type: "string" },
  { focusName: "BillingAccountName", name: "billing_account_name", type: "string" },
  { focusName: "BillingAccountType", name: "billing_account_type", type: "string" },
  { focusName: "BillingCurrency", name: "billing_currency", type: "string" },
  { focusName: "BillingPeriodEnd", name: "billing_period_end", type: "timestamp" },
  { focusName: "BillingPeriodStart", name: "billing_period_start", type: "timestamp" },
  { focusName: "CapacityReservationId", name: "capacity_reservation_id", type: "string" },
  { focusName: "CapacityReservationStatus", name: "capacity_reservation_status", type: "string" },
  { focusName: "ChargeCategory", name: "charge_category", type: "string" },
  { focusName: "ChargeClass", name: "charge_class", type: "string" },
  { focusName: "ChargeDescription", name: "charge_description", type: "string" },
  { focusName: "ChargeFrequency", name: "charge_frequency", type: "string" },
  { focusName: "ChargePeriodEnd", name: "charge_period_end", type: "timestamp" },
  { focusName: "ChargePeriodStart", name: "charge_period_start", type: "timestamp" },
  { focusName: "CommitmentDiscountCategory", name: "commitment_discount_category", type: "string" },
  { focusName: "CommitmentDiscountId", name: "commitment_discount_id", type: "string" },
  { focusName: "CommitmentDiscountName", name: "commitment_discount_name", type: "string" },
  { focusName: "CommitmentDiscountQuantity", name: "commitment_discount_quantity", type: "decimal" },
  { focusName: "CommitmentDiscountStatus", name: "commitment_discount_status", type: "string" },
  { focusName: "CommitmentDiscountType", name: "commitment_discount_type", type: "string" },
  { focusName: "CommitmentDiscountUnit", name: "commitment_discount_unit", type: "string" },
  { focusName: "CommitmentProgramEligibilityDetails", name: "commitment_program_eligibility_details", type: "json" },
  { focusName: "ConsumedQuantity", name: "consumed_quantity", type: "decimal" },
  { focusName: "ConsumedUnit", name: "consumed_unit", type: "string" },
  { focusName: "ContractApplied", name: "contract_applied", type: "json" },
  { focusName: "ContractedCost", name: "contracted_cost", type: "decimal" },
  { focusName: "ContractedUnitPrice", name: "contracted_unit_price", type: "decimal" },
  { focusName: "EffectiveCost", name: "effective_cost", type: "decimal" },
  { focusName: "HostProviderName", name: "host_provider_name", type: "string" },
  { focusName: "InvoiceDetailId", name: "invoice_detail_id", type: "string" },
  { focusName: "InvoiceId", name: "invoice_id", type: "string" },
  { focusName: "InvoiceIssuerName", name: "invoice_issuer_name", type: "string" },
  { focusName: "ListCost", name: "list_cost", type: "decimal" },
  { focusName: "ListUnitPrice", name: "list_unit_price", type: "decimal" },
  { focusName: "PricingCategory", name: "pricing_category", type: "string" },
  { focusName: "PricingCurrency", name: "pricing_currency", type: "string" },
  { focusName: "PricingCurrencyContractedUnitPrice", name: "pricing_currency_contracted_unit_price", type: "decimal" },
  { focusName: "PricingCurrencyEffectiveCost", name: "pricing_currency_effective_cost", type: "decimal" },
  { focusName: "PricingCurrencyListUnitPrice", name: "pricing_currency_list_unit_price", type: "decimal" },
  { focusName: "PricingQuantity", name: "pricing_quantity", type: "decimal" },
  { focusName: "PricingUnit", name: "pricing_unit", type: "string" },
  { focusName: "RegionId", name: "region_id", type: "string" },
  { focusName: "RegionName", name: "region_name", type: "string" },
  { focusName: "ResourceId", name: "resource_id", type: "string" },
  { focusName: "ResourceName", name: "resource_name", type: "string" },
  { focusName: "ResourceType", name: "resource_type", type: "string" },
  { focusName: "ServiceCategory", name: "service_category", type: "string" },
  { focusName: "ServiceName", name: "service_name", type: "string" },
  { focusName: "ServiceProviderName", name: "service_provider_name", type: "string" },
  { focusName: "ServiceSubcategory", name: "service_subcategory", type: "string" },
  { focusName: "SkuId", name: "sku_id", type: "string" },
  { focusName: "SkuMeter", name: "sku_meter", type: "string" },
  { focusName: "SkuPriceDetails", name: "sku_price_details", type: "json" },
  { focusName: "SkuPriceId", name: "sku_price_id", type: "string" },
  { focusName: "SubAccountId", name: "sub_account_id", type: "string" },
  { focusName: "SubAccountName", name: "sub_account_name", type: "string" },
  { focusName: "SubAccountType", name: "sub_account_type", type: "string" },
  { focusName: "Tags", name: "tags", type: "json" }
];

// plugins/costs-node/src/formats/Expression.ts
var column = (...names) => ({
  kind: "column",
  names
});
var text = (value) => ({ kind: "text", value });
var firstOf = (...of) => ({
  kind: "firstOf",
  of
});
var when = (cases, otherwise) => ({ kind: "when", cases, otherwise });
var lookUp = (key, table) => ({ kind: "lookUp", key, table });
var part = (of, pattern) => ({
  kind: "part",
  of,
  pattern
});
var sum = (...of) => ({ kind: "sum", of });
var difference = (from, subtract) => ({ kind: "difference", from, subtract });
var product = (left, right) => ({
  kind: "product",
  of: [left, right]
});
var dayAfter = (of) => ({
  kind: "dayAfter",
  of
});
var monthStart = (of) => ({
  kind: "monthStart",
  of
});
var monthEnd = (of) => ({
  kind: "monthEnd",
  of
});
var jsonObject = (of) => ({
  kind: "jsonObject",
  of
});
var gathered = (prefix) => ({
  kind: "gathered",
  prefix
});
var present = (of) => ({ kind: "present", of });
var equals = (of, ...values) => ({
  kind: "equals",
  of,
  values
});
var isNegative = (of) => ({
  kind: "isNegative",
  of
});
var all = (...of) => ({ kind: "all", of });
var not = (of) => ({ kind: "not", of });

// plugins/costs-backend/src/reading/compileExpression.ts
var ExpressionCompiler = class {
  constructor(header, spelling) {
    this.header = header;
    this.spelling = spelling;
  }
  header;
  spelling;
  /** SQL of the value, or nothing where the file has none of the columns it is made from. */
  compile(expression) {
    switch (expression.kind) {
      case "column": {
        const name = this.header.find(expression.names);
        return name === void 0 ? void 0 : identifier(name);
      }
      case "text":
        return literal(expression.value);
      case "firstOf":
        return combine(
          this.compileAll(expression.of),
          (sql) => sql.length === 1 ? sql[0] : `coalesce(${sql.join(", ")})`
        );
      case "when":
        return this.compileWhen(expression);
      case "lookUp":
        return this.compileLookUp(expression);
      case "part":
        return this.map(
          expression.of,
          (sql) => `nullif(regexp_extract(${sql}, ${literal(expression.pattern)}, 1), '')`
        );
      case "jsonObject":
        return this.map(
          expression.of,
          (sql) => bound(
            sql,
            (v) => `case when starts_with(ltrim(${v}), '"') then '{' || ${v} || '}' else ${v} end`
          )
        );
      case "gathered":
        return this.compileGathered(expression.prefix);
      case "dayAfter":
        return this.compileInstant(
          expression.of,
          (instant) => `${instant} + interval 1 day`
        );
      case "monthStart":
        return this.compileInstant(
          expression.of,
          (instant) => `date_trunc('month', ${instant})`
        );
      case "monthEnd":
        return this.compileInstant(
          expression.of,
          (instant) => `date_trunc('month', ${instant}) + interval 1 month`
        );
      default:
        return this.compileArithmetic(expression);
    }
  }
  compileArithmetic(expression) {
    const number = (operand) => this.map(operand, (sql) => this.spelling.number(sql));
    if (expression.kind === "sum") {
      const operands = expression.of.map(number).filter(isDefined);
      return combine(
        operands,
        (sql) => sql.reduce(
          (left2, right2) => bound(left2, (a) => bound(right2, (b) => `exact_total(${a}, ${b})`))
        )
      );
    }
    const [left, right] = expression.kind === "difference" ? [number(expression.from), number(expression.subtract)] : expression.of.map(number);
    if (left === void 0 || right === void 0) return void 0;
    const operation = expression.kind === "product" ? "product" : "difference";
    return bound(
      left,
      (a) => bound(right, (b) => `exact_${operation}(${a}, ${b})`)
    );
  }
  compileWhen(expression) {
    const results = [
      ...expression.cases.map((one) => one.then),
      ...expression.otherwise ? [expression.otherwise] : []
    ].map((result) => this.compile(result));
    if (results.every((result) => result === void 0)) return void 0;
    const cases = expression.cases.map(
      (one, index) => `when ${this.compileCondition(one.if)} then ${results[index] ?? "null"}`
    );
    const otherwise = expression.otherwise ? results.at(-1) : void 0;
    return `case ${cases.join(" ")} else ${otherwise ?? "null"} end`;
  }
  compileCondition(condition) {
    const value = (of) => this.compile(of) ?? "null";
    switch (condition.kind) {
      case "present":
        return `(${value(condition.of)}) is not null`;
      case "equals":
        return `coalesce(lower(${value(condition.of)}) in (${condition.values.map((one) => literal(one.toLowerCase())).join(", ")}), false)`;
      case "startsWith":
        return `coalesce(starts_with(lower(${value(condition.of)}), ${literal(condition.prefix.toLowerCase())}), false)`;
      case "isNegative":
        return `coalesce(starts_with(${this.spelling.number(value(condition.of))}, '-'), false)`;
      case "all":
        return `(${condition.of.map((one) => this.compileCondition(one)).join(" and ")})`;
      default:
        return `not ${this.compileCondition(condition.of)}`;
    }
  }
  compileLookUp(expression) {
    const entries = Object.entries(expression.table).map(
      ([key, value]) => `${literal(key.toLowerCase())}: ${literal(value)}`
    );
    return this.map(
      expression.key,
      (sql) => `(map {${entries.join(", ")}})[lower(${sql})]`
    );
  }
  compileGathered(prefix) {
    const columns = this.header.withPrefix(prefix);
    return columns.length === 0 ? void 0 : jsonObjectOf(
      columns.map((column2) => [column2.slice(prefix.length), column2])
    );
  }
  compileInstant(of, change) {
    return this.map(
      of,
      (sql) => `strftime(${change(this.spelling.instant(sql))}, '%Y-%m-%d %H:%M:%S')`
    );
  }
  compileAll(expressions) {
    return expressions.map((one) => this.compile(one)).filter(isDefined);
  }
  map(of, change) {
    const sql = this.compile(of);
    return sql === void 0 ? void 0 : change(sql);
  }
};
function jsonObjectOf(members) {
  const parts = members.map(
    ([key, column2]) => `case when ${identifier(column2)} is not null then ${literal(`${JSON.stringify(key)}:`)} || to_json(${identifier(column2)}) end`
  );
  return `'{' || nullif(concat_ws(',', ${parts.join(", ")}), '') || '}'`;
}
function isDefined(value) {
  return value !== void 0;
}
function combine(sql, join) {
  return sql.length === 0 ? void 0 : join(sql);
}

// plugins/costs-backend/src/reading/HeaderIndex.ts
var HeaderIndex = class {
  constructor(columns, format) {
    this.columns = columns;
    for (const column2 of columns) {
      this.byName.set(column2.toLowerCase(), column2);
    }
    if (!format?.namesInParentheses) return;
    for (const column2 of columns) {
      const original = /\(([^()]+)\)$/.exec(column2)?.[1].toLowerCase();
      if (original && !this.byName.has(original)) {
        this.byName.set(original, column2);
      }
    }
  }
  columns;
  byName = /* @__PURE__ */ new Map();
  /** The file's own name of the first of these columns that it has. */
  find(names) {
    for (const name of names) {
      const column2 = this.byName.get(name.toLowerCase());
      if (column2 !== void 0) return column2;
    }
    return void 0;
  }
  /** The file's columns whose name begins with the prefix. */
  withPrefix(prefix) {
    return this.columns.filter(
      (column2) => column2.toLowerCase().startsWith(prefix.toLowerCase())
    );
  }
};

// plugins/costs-backend/src/reading/chargeValues.ts
function compileCharges(profile, format, defaults) {
  const header = new HeaderIndex(profile.columns, format);
  const spelling = spellingOf(profile, format);
  const compiler = new ExpressionCompiler(header, spelling);
  const values = CHARGE_COLUMNS.map((column2) => {
    const expression = format.columns[column2.focusName];
    const fallback = defaults[column2.focusName];
    const text2 = (expression && compiler.compile(expression)) ?? (fallback === void 0 ? void 0 : literal(fallback));
    return { column: column2, text: text2, value: typed(column2, text2, spelling) };
  });
  deriveBillingPeriod(values);
  const taken = new Set(
    CHARGE_COLUMNS.flatMap(
      ({ focusName }) => takenColumns(format.columns[focusName], header)
    )
  );
  return {
    values,
    leftOver: profile.columns.filter((name) => !taken.has(name))
  };
}
function spellingOf(profile, format) {
  const comma = format.decimalCommaWithSemicolon && profile.delimiter === ";";
  const instant = format.monthFirstDates ? "month_first_instant" : "instant";
  return {
    number: (sql) => bound(comma ? `decimal_comma(${sql})` : sql, (v) => `exact_number(${v})`),
    instant: (sql) => bound(sql, (v) => `${instant}(${v})`)
  };
}
function typed(column2, text2, spelling) {
  if (text2 === void 0) {
    return column2.type === "timestamp" ? "null::timestamp" : "null::varchar";
  }
  switch (column2.type) {
    case "decimal":
      return spelling.number(text2);
    case "timestamp":
      return spelling.instant(text2);
    case "json":
      return bound(text2, (v) => `case when is_json_object(${v}) then ${v} end`);
    default:
      return text2;
  }
}
function deriveBillingPeriod(values) {
  const of = (name) => values.find(({ column: column2 }) => column2.focusName === name);
  const start = of("BillingPeriodStart");
  const end = of("BillingPeriodEnd");
  if (start.text === void 0) {
    start.value = `date_trunc('month', ${of("ChargePeriodStart").value})::timestamp`;
  }
  if (end.text === void 0) {
    end.value = `(date_trunc('month', ${start.value}) + interval 1 month)::timestamp`;
  }
}
function takenColumns(expression, header) {
  switch (expression?.kind) {
    case "column":
      return [header.find(expression.names)].filter((name) => name !== void 0);
    case "gathered":
      return header.withPrefix(expression.prefix);
    case "jsonObject":
      return takenColumns(expression.of, header);
    case "firstOf":
      return takenColumns(expression.of[0], header);
    default:
      return [];
  }
}

// plugins/costs-backend/src/reading/findRejections.ts
var REQUIRED = [
  "BilledCost",
  "BillingCurrency",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargePeriodEnd",
  "ChargePeriodStart",
  "ServiceProviderName"
];
var CHARGE_CATEGORIES = ["Adjustment", "Credit", "Purchase", "Tax", "Usage"];
var FIRST_INSTANT = "timestamp '1990-01-01'";
var LAST_INSTANT = "timestamp '2200-01-01'";
var UNREADABLE = {
  decimal: ["not-a-number", "is not a decimal number"],
  timestamp: [
    "not-a-date",
    "is not a date and time that can be read in one way only"
  ],
  json: ["not-json", "is not a JSON object"]
};
function findRejections(values) {
  const valueOf = (name) => values.find(({ column: column2 }) => column2.focusName === name).value;
  return [
    ...values.flatMap(unreadable),
    ...values.flatMap(missing),
    ...periodRejections(valueOf),
    {
      column: "ChargeCategory",
      code: "unknown-charge-category",
      message: `ChargeCategory is none of ${CHARGE_CATEGORIES.join(", ")}`,
      applies: `${valueOf("ChargeCategory")} not in (${CHARGE_CATEGORIES.map(literal).join(", ")})`
    }
  ];
}
function unreadable({ column: column2, text: text2, value }) {
  if (column2.type === "string" || text2 === void 0) return [];
  const [code, complaint] = UNREADABLE[column2.type];
  const applies = column2.type === "timestamp" ? `(${text2}) is not null and (${value} is null or ${value} not between ${FIRST_INSTANT} and ${LAST_INSTANT})` : `(${text2}) is not null and ${value} is null`;
  return [
    {
      column: column2.focusName,
      code,
      message: `${column2.focusName} ${complaint}`,
      applies
    }
  ];
}
function missing({ column: column2, text: text2, value }) {
  if (!REQUIRED.includes(column2.focusName)) return [];
  if (column2.focusName === "BillingPeriodStart" && text2 === void 0) {
    return [];
  }
  return [
    {
      column: column2.focusName,
      code: "missing",
      message: `${column2.focusName} has no value, and no default was given`,
      applies: `(${text2 ?? value}) is null`
    }
  ];
}
function periodRejections(valueOf) {
  return [
    {
      column: "ChargePeriodEnd",
      code: "period-ends-before-it-starts",
      message: "ChargePeriodEnd lies before ChargePeriodStart",
      applies: `${valueOf("ChargePeriodEnd")} < ${valueOf("ChargePeriodStart")}`
    },
    {
      column: "BillingPeriodEnd",
      code: "period-ends-before-it-starts",
      message: "BillingPeriodEnd does not lie after BillingPeriodStart",
      applies: `${valueOf("BillingPeriodEnd")} <= ${valueOf("BillingPeriodStart")}`
    }
  ];
}
function reasonsOf(rejections) {
  const reasons = rejections.map(
    ({ column: column2, code, message, applies }) => `case when ${applies} then {'column': ${literal(column2)}, 'code': ${literal(code)}, 'message': ${literal(message)}} end`
  );
  return `to_json(list_filter([${reasons.join(", ")}], lambda reason: reason is not null))`;
}
function rawOf(columns) {
  return `to_json({${columns.map((name) => `${literal(name)}: ${identifier(name)}`).join(", ")}})`;
}

// plugins/costs-backend/src/reading/mapCharges.ts
async function mapCharges(workspace, format, options = {}) {
  if (!workspace.source) throw new Error("No file was read into the workspace");
  const { columns } = workspace.source;
  const charges = compileCharges(
    workspace.source,
    format,
    options.defaults ?? {}
  );
  const rejections = await survey(workspace, findRejections(charges.values));
  if (rejections.length > 0) {
    await refuseDayFirstDates(workspace, charges);
    await workspace.run(`
      insert into rejected_rows
      select __row, ${reasonsOf(rejections)}, ${rawOf(columns)}
      from source_rows
      where ${rejections.map(({ applies }) => `coalesce(${applies}, false)`).join(" or ")}`);
  }
  await createView(workspace, charges);
  const [counts] = await workspace.rows(`
    select (select count(*) from source_data) as rows,
      (select count(*) from rejected_rows) as rejected,
      (select count(*) from rejected_rows where row_number in (select __row from source_rows)) as mapped`);
  return {
    accepted: Number(counts.rows) - Number(counts.mapped),
    rejected: Number(counts.rejected)
  };
}
async function survey(workspace, rejections) {
  const counts = rejections.map(
    ({ applies }, index) => `bool_or(${applies}) as r${index}`
  );
  const [found] = await workspace.rows(
    `select ${counts.join(", ")} from source_data`
  );
  return rejections.filter((_, index) => found[`r${index}`] === true);
}
async function refuseDayFirstDates(workspace, { values }) {
  const dates = values.filter(({ column: column2, text: text2 }) => column2.type === "timestamp" && text2).map(
    ({ text: text2 }) => `regexp_matches(${text2}, '^(1[3-9]|2[0-9]|3[01])/[0-9]{1,2}/')`
  );
  const [found] = await workspace.rows(
    `select 1 from source_data where ${["false", ...dates].join(" or ")} limit 1`
  );
  if (found) {
    throw new ReadingError(
      "day-first-dates",
      "The file writes the day before the month, as in 31/5/2026, so that its dates may be read in two ways. Export it with dates such as 2026-05-31"
    );
  }
}
async function createView(workspace, { values, leftOver }) {
  const columns = values.map(
    ({ column: column2, value }) => `${value} as ${identifier(column2.name)}`
  );
  const extension = leftOver.length === 0 ? "null::varchar" : jsonObjectOf(leftOver.map((name) => [name, name]));
  await workspace.run(`
    create view charges as
    select __row as row_number, ${columns.join(", ")}, ${extension} as extension
    from source_rows
    where __row not in (select row_number from rejected_rows)`);
}

// plugins/costs-backend/src/reading/readSource.ts
async function readSource(workspace, profile, limits) {
  const source = await prepareSource(workspace, profile, limits);
  await workspace.run(
    "create table rejected_rows (row_number bigint, reasons varchar, raw varchar)"
  );
  if (profile.kind === "parquet") {
    await loadParquet(workspace, profile, source);
  } else {
    await loadCsv(workspace, profile, source, limits);
  }
  workspace.source = profile;
  const [{ rows }] = await workspace.rows(
    "select (select count(*) from source_data) + (select count(*) from rejected_rows) as rows"
  );
  if (rows === "0") {
    throw new ReadingError(
      "header-only",
      "The file names its columns and holds no row"
    );
  }
  return { rows: Number(rows) };
}
async function loadCsv(workspace, profile, source, limits) {
  await loadLines(workspace, profile, source, limits);
  const shared = await columnsInEveryRow(workspace);
  if (shared !== void 0) {
    await workspace.run(
      "drop table source_data; drop table reject_errors; drop table reject_scans"
    );
    await loadLines(workspace, profile, source, limits, shared);
  }
  await workspace.run(`
    insert into rejected_rows
    select line - 1,
      to_json([{'column': null, 'code': case error_type
          when 'MISSING COLUMNS' then 'too-few-columns'
          when 'TOO MANY COLUMNS' then 'too-many-columns'
          when 'INVALID ENCODING' then 'not-utf-8'
          when 'LINE SIZE OVER MAXIMUM' then 'line-too-long'
          else 'not-csv' end,
        'message': case error_type
          when 'MISSING COLUMNS' then 'The row has fewer values than the header has columns'
          when 'TOO MANY COLUMNS' then 'The row has more values than the header has columns'
          when 'INVALID ENCODING' then 'The row is not valid UTF-8'
          when 'LINE SIZE OVER MAXIMUM' then 'The row is longer than any export writes one'
          else 'The quotes of the row do not match' end}]),
      to_json(left(any_value(ltrim(csv_line, chr(10) || chr(13))), 10000))
    from (select distinct on (line) line, error_type, csv_line from reject_errors)
    group by line, error_type
    order by line`);
  await numberRows(workspace);
}
async function loadLines(workspace, profile, source, limits, filled = profile.columns.length) {
  const columns = profile.columns.slice(0, filled).map((name) => `${literal(name)}: 'VARCHAR'`);
  const absent = profile.columns.slice(filled).map((name) => `, null::varchar as ${identifier(name)}`);
  await workspace.run(`
    create table source_data as
    select *${absent.join("")} from read_csv(${literal(source)},
      auto_detect = false, header = true, columns = {${columns.join(", ")}},
      delim = ${literal(profile.delimiter)}, quote = '"', escape = '"',
      nullstr = ['', 'NULL'], allow_quoted_nulls = true,
      max_line_size = ${limits.maxLineBytes}, buffer_size = ${limits.maxLineBytes * 4},
      store_rejects = true, rejects_limit = 0)`);
}
async function columnsInEveryRow(workspace) {
  const [found] = await workspace.rows(`
    select count(distinct error_type || error_message) as kinds,
      any_value(regexp_extract(error_message, 'Found: ([0-9]+)', 1))::integer as columns
    from reject_errors
    where error_type = 'MISSING COLUMNS'
      and not exists (select 1 from source_data)
      and not exists (select 1 from reject_errors where error_type <> 'MISSING COLUMNS')
    having count(*) > 1`);
  return found?.kinds === "1" ? found.columns : void 0;
}
async function numberRows(workspace) {
  const [{ rejected }] = await workspace.rows(
    "select count(*) as rejected from rejected_rows"
  );
  if (rejected === "0") {
    await workspace.run(
      "create view source_rows as select rowid + 1 as __row, * from source_data"
    );
    return;
  }
  await workspace.run(`
    create table row_gaps as
    select row_number - row_number() over (order by row_number) as after_rows,
      row_number() over (order by row_number) as shift
    from rejected_rows`);
  await workspace.run(`
    create view source_rows as
    select source.rowid + 1 + coalesce(gap.shift, 0) as __row, source.*
    from source_data source
    asof left join row_gaps gap on source.rowid >= gap.after_rows`);
}
async function loadParquet(workspace, profile, source) {
  try {
    const columns = await describeParquet(workspace, source);
    const values = columns.map(
      ({ column_name, column_type }, index) => `nullif(${parquetText(identifier(column_name), column_type)}, '') as ${identifier(profile.columns[index])}`
    );
    await workspace.run(
      `create table source_data as select ${values.join(", ")} from read_parquet(${literal(source)})`
    );
  } catch {
    throw damagedParquet();
  }
  await refuseNulCharacters(workspace, profile);
  await numberRows(workspace);
}
async function refuseNulCharacters(workspace, profile) {
  const [{ found }] = await workspace.rows(
    `select bool_or(${profile.columns.map((name) => `coalesce(contains(${identifier(name)}, chr(0)), false)`).join(" or ")}) as found from source_data`
  );
  if (found) {
    throw new ReadingError(
      "nul-bytes",
      "A text in the file holds NUL characters, which no database of texts keeps. Remove them at the source"
    );
  }
}
function parquetText(value, type) {
  if (type === "VARCHAR") return value;
  if (type === "TIMESTAMP WITH TIME ZONE") {
    return `cast(cast(${value} as timestamp) as varchar)`;
  }
  if (type.startsWith("MAP(")) {
    return `cast(to_json(cast(${value} as map(varchar, varchar))) as varchar)`;
  }
  return /^STRUCT|\[\]$/.test(type) ? `cast(to_json(${value}) as varchar)` : `cast(${value} as varchar)`;
}

// plugins/costs-backend/src/reading/recogniseFormat.ts
function recogniseFormat(profile, formats) {
  const found = formats.find((format) => matches(profile.columns, format));
  if (found) return found;
  const nearest = formats.map((format) => ({ format, missing: missingColumns(profile, format) })).sort(
    (left, right) => left.missing.length / left.format.expects.length - right.missing.length / right.format.expects.length
  ).slice(0, 3).map(({ format, missing: missing2 }) => `${format.title} (${missing2.join(", ")})`);
  throw new ReadingError(
    "unknown-format",
    `The columns are those of no export that is read here. Nearest, with the columns that are missing: ${nearest.join("; ")}`
  );
}
function matches(columns, format) {
  const header = new HeaderIndex(columns, format);
  return format.expects.every((names) => header.find(names) !== void 0) && (!format.expectsOneOf || header.find(format.expectsOneOf) !== void 0);
}
function missingColumns(profile, format) {
  const header = new HeaderIndex(profile.columns, format);
  const missing2 = format.expects.filter((names) => header.find(names) === void 0).map((names) => names[0]);
  return missing2.length > 0 ? missing2 : [`one of ${format.expectsOneOf?.join(", ")}`];
}

// plugins/costs-backend/src/formats/awsServiceCategories.ts
var CODES_BY_CATEGORY = {
  "AI and Machine Learning": "AmazonBedrock AmazonSageMaker AmazonRekognition AmazonTextract AmazonPolly AmazonLex comprehend transcribe translate AmazonKendra AmazonPersonalize",
  Analytics: "AmazonAthena AWSGlue AmazonKinesis AmazonKinesisFirehose AmazonKinesisAnalytics AmazonES AmazonRedshift ElasticMapReduce AmazonQuickSight AWSLakeFormation AmazonMSK datapipeline",
  "Business Applications": "AmazonConnect AmazonWorkMail AmazonSES AmazonPinpoint AmazonChime",
  Compute: "AmazonEC2 AWSLambda AmazonECS AmazonEKS AmazonECR AmazonLightsail AWSElasticBeanstalk AWSBatch AWSAppRunner AWSOutposts AmazonWorkSpaces AmazonAppStream ComputeSavingsPlans",
  Databases: "AmazonRDS AmazonDynamoDB AmazonElastiCache AmazonDocDB AmazonNeptune AmazonTimestream AmazonMemoryDB AmazonMCS AmazonQLDB AWSDatabaseMigrationSvc",
  "Developer Tools": "CodeBuild AWSCodePipeline AWSCodeCommit AWSCodeArtifact AWSCodeDeploy AWSXRay AWSDeviceFarm AWSCloud9",
  Identity: "AmazonCognito AWSIAM AWSDirectoryService AWSIdentityStore",
  Integration: "AWSQueueService AmazonSNS AWSEvents AmazonStates AmazonMQ AmazonSWF AWSAppSync AmazonAppFlow",
  "Internet of Things": "AWSIoT AWSGreengrass IoTDeviceManagement IoTDeviceDefender",
  "Management and Governance": "AmazonCloudWatch AWSCloudTrail AWSConfig AWSSystemsManager AWSCloudFormation AWSServiceCatalog AWSCostExplorer AWSBudgets AWSSupportBusiness AWSSupportEnterprise AWSDeveloperSupport",
  Media: "AWSElementalMediaConvert AWSElementalMediaLive AmazonIVS AmazonETS",
  Migration: "AWSDataSync AWSTransfer AWSMigrationHub",
  Networking: "AmazonVPC AWSDataTransfer AmazonRoute53 AmazonCloudFront AWSELB AWSDirectConnect AmazonApiGateway AWSGlobalAccelerator AWSNetworkFirewall AWSCloudMap",
  Security: "awskms AWSSecretsManager awswaf AWSShield AmazonGuardDuty AmazonInspector AmazonInspectorV2 AmazonMacie AWSSecurityHub AWSCertificateManager AmazonDetective CloudHSM",
  Storage: "AmazonS3 AmazonEFS AmazonFSx AmazonGlacier AmazonS3GlacierDeepArchive AWSStorageGateway AWSBackup",
  Web: "AWSAmplify"
};
var AWS_SERVICE_CATEGORIES = Object.fromEntries(
  Object.entries(CODES_BY_CATEGORY).flatMap(
    ([category, codes]) => codes.split(" ").map((code) => [code, category])
  )
);

// plugins/costs-backend/src/formats/awsCur.ts
function cur(name) {
  const snake = name.replace("/", "_").replace(
    /[A-Z]/g,
    (letter, at) => name[at - 1] === "/" ? letter.toLowerCase() : `_${letter.toLowerCase()}`
  );
  return column(name, snake);
}
var lineItemType = cur("lineItem/LineItemType");
var isType = (...types) => equals(lineItemType, ...types);
var unblended = cur("lineItem/UnblendedCost");
var reservation = cur("reservation/ReservationARN");
var savingsPlan = cur("savingsPlan/SavingsPlanARN");
var unusedReservation = sum(
  cur("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod"),
  cur("reservation/UnusedRecurringFee")
);
var unusedSavingsPlan = difference(
  cur("savingsPlan/TotalCommitmentToDate"),
  cur("savingsPlan/UsedCommitment")
);
var isUnused = [
  all(
    isType("RIFee"),
    present(part(unusedReservation, "([1-9])")),
    not(isNegative(unusedReservation))
  ),
  all(
    isType("SavingsPlanRecurringFee"),
    present(part(unusedSavingsPlan, "([1-9])")),
    not(isNegative(unusedSavingsPlan))
  )
];
var whenUnused = (then) => isUnused.map((condition) => ({ if: condition, then }));
var isCovered = isType("DiscountedUsage", "SavingsPlanCoveredUsage");
var isUsage = isType("Usage", "SavingsPlanCoveredUsage", "DiscountedUsage");
var COLUMNS = {
  AvailabilityZone: cur("lineItem/AvailabilityZone"),
  BilledCost: unblended,
  BillingAccountId: cur("bill/PayerAccountId"),
  BillingAccountName: cur("bill/PayerAccountName"),
  BillingAccountType: text("Billing Account"),
  BillingCurrency: cur("lineItem/CurrencyCode"),
  BillingPeriodEnd: cur("bill/BillingPeriodEndDate"),
  BillingPeriodStart: cur("bill/BillingPeriodStartDate"),
  ChargeCategory: when(
    [
      ...whenUnused(text("Usage")),
      {
        if: isType(
          "Usage",
          "DiscountedUsage",
          "SavingsPlanCoveredUsage",
          "SavingsPlanNegation"
        ),
        then: text("Usage")
      },
      {
        if: isType(
          "Fee",
          "RIFee",
          "SavingsPlanRecurringFee",
          "SavingsPlanUpfrontFee"
        ),
        then: text("Purchase")
      },
      { if: isType("Tax"), then: text("Tax") },
      {
        if: isType(
          "Credit",
          "EdpDiscount",
          "PrivateRateDiscount",
          "BundledDiscount",
          "RiVolumeDiscount",
          "Discount",
          "DistributorDiscount",
          "SppDiscount"
        ),
        then: text("Credit")
      },
      { if: isType("Refund"), then: text("Adjustment") }
    ],
    // An unknown type is not guessed: the row is rejected and names it.
    lineItemType
  ),
  ChargeClass: when([{ if: isType("Refund"), then: text("Correction") }]),
  ChargeDescription: cur("lineItem/LineItemDescription"),
  ChargeFrequency: when([
    { if: isType("RIFee", "SavingsPlanRecurringFee"), then: text("Recurring") },
    { if: isType("Fee", "SavingsPlanUpfrontFee"), then: text("One-Time") },
    { if: isUsage, then: text("Usage-Based") }
  ]),
  ChargePeriodEnd: cur("lineItem/UsageEndDate"),
  ChargePeriodStart: cur("lineItem/UsageStartDate"),
  CommitmentDiscountCategory: when([
    { if: present(savingsPlan), then: text("Spend") },
    { if: present(reservation), then: text("Usage") }
  ]),
  CommitmentDiscountId: firstOf(savingsPlan, reservation),
  CommitmentDiscountStatus: when([
    { if: isCovered, then: text("Used") },
    ...whenUnused(text("Unused"))
  ]),
  CommitmentDiscountType: when([
    {
      if: present(savingsPlan),
      then: firstOf(cur("savingsPlan/OfferingType"), text("Savings Plan"))
    },
    { if: present(reservation), then: text("Reserved Instance") }
  ]),
  ConsumedQuantity: when([{ if: isUsage, then: cur("lineItem/UsageAmount") }]),
  ConsumedUnit: when([{ if: isUsage, then: cur("pricing/unit") }]),
  ContractedCost: when(
    [
      {
        if: isType("DiscountedUsage"),
        then: cur("pricing/publicOnDemandCost")
      }
    ],
    unblended
  ),
  // "Understanding your amortized reservation and savings plan data" of the
  // CUR guide: the amortised cost of each type of line item.
  EffectiveCost: when(
    [
      {
        if: isType("SavingsPlanCoveredUsage"),
        then: cur("savingsPlan/SavingsPlanEffectiveCost")
      },
      {
        if: isType("DiscountedUsage"),
        then: cur("reservation/EffectiveCost")
      },
      { if: isType("RIFee"), then: firstOf(unusedReservation, text("0")) },
      {
        if: isType("SavingsPlanRecurringFee"),
        then: firstOf(unusedSavingsPlan, text("0"))
      },
      {
        if: isType("SavingsPlanNegation", "SavingsPlanUpfrontFee"),
        then: text("0")
      },
      { if: all(isType("Fee"), present(reservation)), then: text("0") }
    ],
    unblended
  ),
  HostProviderName: when([
    {
      if: not(equals(cur("bill/BillingEntity"), "AWS Marketplace")),
      then: text("AWS")
    }
  ]),
  InvoiceId: cur("bill/InvoiceId"),
  InvoiceIssuerName: firstOf(cur("bill/InvoicingEntity"), text("AWS")),
  ListCost: when([{ if: isUsage, then: cur("pricing/publicOnDemandCost") }]),
  ListUnitPrice: when([
    { if: isUsage, then: cur("pricing/publicOnDemandRate") }
  ]),
  PricingCategory: when([
    { if: isCovered, then: text("Committed") },
    {
      if: all(
        isType("Usage"),
        present(part(cur("lineItem/UsageType"), "(SpotUsage)"))
      ),
      then: text("Dynamic")
    },
    { if: isType("Usage"), then: text("Standard") }
  ]),
  PricingCurrency: cur("pricing/currency"),
  PricingQuantity: when([{ if: isUsage, then: cur("lineItem/UsageAmount") }]),
  PricingUnit: cur("pricing/unit"),
  RegionId: firstOf(
    cur("product/regionCode"),
    column("product/region", "product_region")
  ),
  RegionName: cur("product/location"),
  ResourceId: cur("lineItem/ResourceId"),
  ResourceType: cur("product/productFamily"),
  ServiceCategory: lookUp(cur("lineItem/ProductCode"), AWS_SERVICE_CATEGORIES),
  ServiceName: firstOf(cur("product/ProductName"), cur("lineItem/ProductCode")),
  ServiceProviderName: when(
    [
      {
        if: equals(cur("bill/BillingEntity"), "AWS Marketplace"),
        then: firstOf(cur("lineItem/LegalEntity"), text("AWS Marketplace"))
      }
    ],
    text("AWS")
  ),
  SkuId: cur("product/sku"),
  SkuMeter: cur("lineItem/UsageType"),
  SkuPriceId: firstOf(cur("pricing/RateId"), cur("pricing/RateCode")),
  SubAccountId: cur("lineItem/UsageAccountId"),
  SubAccountName: cur("lineItem/UsageAccountName"),
  SubAccountType: text("Account"),
  Tags: firstOf(
    jsonObject(column("resource_tags", "resourceTags")),
    gathered("resourceTags/"),
    gathered("resource_tags_")
  )
};
var AWS_CUR_FORMATS = [
  {
    id: "aws-cur-2",
    title: "AWS Cost and Usage Report 2.0",
    source: "https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html",
    expects: [
      ["line_item_line_item_type"],
      ["line_item_unblended_cost"],
      ["line_item_usage_start_date"]
    ],
    columns: COLUMNS
  },
  {
    id: "aws-cur",
    title: "AWS Cost and Usage Report (legacy)",
    source: "https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html",
    expects: [
      ["lineItem/LineItemType"],
      ["lineItem/UnblendedCost"],
      ["lineItem/UsageStartDate"]
    ],
    columns: COLUMNS
  }
];

// plugins/costs-backend/src/formats/azureServiceCategories.json
var azureServiceCategories_default = {
  "AI and Machine Learning": [
    "microsoft.autonomousdevelopmentplatform",
    "microsoft.botservice",
    "microsoft.cognitiveservices",
    "microsoft.healthbot",
    "microsoft.machinelearning",
    "microsoft.machinelearningservices",
    "microsoft.recommendationsservice",
    "microsoft.syntex",
    "microsoft.videoindexer"
  ],
  Analytics: [
    "microsoft.analysisservices",
    "microsoft.bing",
    "microsoft.dashboard",
    "microsoft.databricks",
    "microsoft.datacatalog",
    "microsoft.datalakeanalytics",
    "microsoft.fabric",
    "microsoft.genomics",
    "microsoft.hdinsight",
    "microsoft.hdinsightfairfax",
    "microsoft.healthcareapis",
    "microsoft.healthdataaiservices",
    "microsoft.kusto",
    "microsoft.modsimworkbench",
    "microsoft.openenergyplatform",
    "microsoft.powerbidedicated",
    "microsoft.premonition",
    "microsoft.search",
    "microsoft.streamanalytics",
    "microsoft.synapse"
  ],
  "Business Applications": [
    "microsoft.community",
    "microsoft.powerplatform",
    "microsoft.teams"
  ],
  Compute: [
    "citrix.services",
    "containerregistry",
    "functions",
    "kubernetesservice",
    "microsoft.app",
    "microsoft.avs",
    "microsoft.azurefleet",
    "microsoft.baremetalinfrastructure",
    "microsoft.batch",
    "microsoft.billingbenefits",
    "microsoft.classiccompute",
    "microsoft.compute",
    "microsoft.containerinstance",
    "microsoft.containerregistry",
    "microsoft.containerservice",
    "microsoft.desktopvirtualization",
    "microsoft.durabletask",
    "microsoft.hanaonazure",
    "microsoft.kubernetesconfiguration",
    "microsoft.labservices",
    "microsoft.networkcloud",
    "microsoft.nutanix",
    "microsoft.quantum",
    "virtualmachines"
  ],
  Databases: [
    "australiacentral",
    "australiaeast",
    "australiasoutheast",
    "brazilsouth",
    "canadacentral",
    "canadaeast",
    "centralindia",
    "centralus",
    "eastasia",
    "eastus",
    "eastus2",
    "francecentral",
    "japaneast",
    "japanwest",
    "koreacentral",
    "koreasouth",
    "microsoft.cache",
    "microsoft.confidentialledger",
    "microsoft.dbformariadb",
    "microsoft.dbformysql",
    "microsoft.dbforpostgresql",
    "microsoft.documentdb",
    "microsoft.sql",
    "northcentralus",
    "northeurope",
    "southafricanorth",
    "southcentralus",
    "southeastasia",
    "southindia",
    "uaenorth",
    "uksouth",
    "ukwest",
    "westcentralus",
    "westeurope",
    "westindia",
    "westus",
    "westus2"
  ],
  "Developer Tools": [
    "github",
    "github.enterprise",
    "microsoft.appcenter",
    "microsoft.azureplaywrightservice",
    "microsoft.codesigning",
    "microsoft.devcenter",
    "microsoft.devopsinfrastructure",
    "microsoft.loadtestservice",
    "microsoft.testbase",
    "microsoft.visualstudio"
  ],
  Identity: [
    "mfa",
    "microsoft.aad",
    "microsoft.azureactivedirectory",
    "microsoft.verifiedid"
  ],
  Integration: [
    "api center",
    "api management",
    "microsoft.apicenter",
    "microsoft.apimanagement",
    "microsoft.automation",
    "microsoft.communication",
    "microsoft.datafactory",
    "microsoft.eventhub",
    "microsoft.graph",
    "microsoft.graphservices",
    "microsoft.logic",
    "microsoft.notificationhubs",
    "microsoft.relay",
    "microsoft.servicebus",
    "microsoft.voiceservices"
  ],
  "Internet of Things": [
    "default",
    "microsoft.agfoodplatform",
    "microsoft.deviceregistry",
    "microsoft.devices",
    "microsoft.deviceupdate",
    "microsoft.digitaltwins",
    "microsoft.iotcentral",
    "microsoft.iotoperations",
    "microsoft.iotsecurity",
    "microsoft.timeseriesinsights",
    "microsoft.windowsiot"
  ],
  "Management and Governance": [
    "microsoft.capacity",
    "microsoft.chaos",
    "microsoft.datareplication.admin",
    "microsoft.insights",
    "microsoft.monitor",
    "microsoft.networkanalytics",
    "microsoft.operationalinsights",
    "microsoft.purview",
    "microsoft.recoveryservices"
  ],
  Media: [
    "microsoft.media",
    "microsoft.mixedreality",
    "playfabbillingservice"
  ],
  Migration: [
    "microsoft.databox",
    "microsoft.databoxedge",
    "microsoft.datamigration",
    "microsoft.datashare",
    "microsoft.importexport",
    "microsoft.migrate",
    "microsoft.storagesync"
  ],
  Multicloud: [
    "microsoft.azurearcdata",
    "microsoft.azurestackhci",
    "microsoft.edgeorder",
    "microsoft.hybridcompute",
    "microsoft.hybridcontainerservice",
    "microsoft.hybridnetwork",
    "microsoft.kubernetes"
  ],
  Networking: [
    "bastion scale units",
    "microsoft.cdn",
    "microsoft.classicnetwork",
    "microsoft.mobilenetwork",
    "microsoft.network",
    "microsoft.networkfunction",
    "microsoft.orbital",
    "microsoft.peering",
    "microsoft.servicenetworking",
    "nginx.nginxplus",
    "virtual network"
  ],
  Other: ["marketplace", "microsoft.saas", "microsoft.solutions"],
  Security: [
    "microsoft.dynamics365fraudprotection",
    "microsoft.easm",
    "microsoft.hardwaresecuritymodules",
    "microsoft.keyvault",
    "microsoft.security",
    "microsoft.securitycopilot"
  ],
  Storage: [
    "microsoft.classicstorage",
    "microsoft.datalakestore",
    "microsoft.dataprotection",
    "microsoft.elasticsan",
    "microsoft.netapp",
    "microsoft.storage",
    "microsoft.storagecache",
    "microsoft.storsimple"
  ],
  Web: [
    "appservices",
    "azure app service",
    "microsoft.appconfiguration",
    "microsoft.appplatform",
    "microsoft.certificateregistration",
    "microsoft.domainregistration",
    "microsoft.fluidrelay",
    "microsoft.maps",
    "microsoft.signalrservice",
    "microsoft.web",
    "microsoft.web.admin"
  ]
};

// plugins/costs-backend/src/formats/azure.ts
var DICTIONARY = "https://learn.microsoft.com/en-us/azure/cost-management-billing/automate/understand-usage-details-fields";
var SERVICE_CATEGORIES = Object.fromEntries(
  Object.entries(azureServiceCategories_default).flatMap(
    ([category, services]) => services.map((service) => [service, category])
  )
);
var CATEGORIES_OF_FAMILIES = {
  "AI + Machine Learning": "AI and Machine Learning",
  Analytics: "Analytics",
  Compute: "Compute",
  Containers: "Compute",
  Databases: "Databases",
  "Developer Tools": "Developer Tools",
  Identity: "Identity",
  Integration: "Integration",
  "Internet of Things": "Internet of Things",
  "Management and Governance": "Management and Governance",
  Media: "Media",
  Migration: "Migration",
  Networking: "Networking",
  Security: "Security",
  Storage: "Storage",
  Web: "Web"
};
var date = column("Date", "UsageDateTime", "UsageDate", "UsageStart");
var chargeType = column("ChargeType");
var pricingModel = column("PricingModel");
var quantity = column("Quantity", "UsageQuantity");
var resourceId = column("ResourceId", "InstanceId", "InstanceName");
var consumedService = column("ConsumedService");
var isUnused2 = equals(chargeType, "UnusedReservation", "UnusedSavingsPlan");
var isCommitted = equals(
  pricingModel,
  "Reservation",
  "SavingsPlan",
  "Savings Plan"
);
var isPurchase = equals(chargeType, "Purchase", "Refund");
function azureColumns(cost2, listCost, contractedCost) {
  return {
    AvailabilityZone: column("AvailabilityZone"),
    // What a commitment covers was paid for by its purchase: amortised exports
    // show its share here, which is effective cost and on no invoice.
    BilledCost: when(
      [
        { if: isUnused2, then: text("0") },
        { if: all(isCommitted, not(isPurchase)), then: text("0") }
      ],
      cost2
    ),
    BillingAccountId: column("BillingAccountId"),
    BillingAccountName: column("BillingAccountName"),
    BillingCurrency: column(
      "BillingCurrencyCode",
      "BillingCurrency",
      "Currency"
    ),
    BillingPeriodEnd: firstOf(
      dayAfter(column("BillingPeriodEndDate")),
      monthEnd(date)
    ),
    BillingPeriodStart: firstOf(
      column("BillingPeriodStartDate"),
      monthStart(date)
    ),
    ChargeCategory: when(
      [
        { if: isUnused2, then: text("Usage") },
        { if: isPurchase, then: text("Purchase") },
        {
          if: equals(chargeType, "RoundingAdjustment"),
          then: text("Adjustment")
        }
      ],
      // Exports without the column hold usage only.
      firstOf(chargeType, text("Usage"))
    ),
    ChargeClass: when([
      { if: equals(chargeType, "Refund"), then: text("Correction") }
    ]),
    ChargeDescription: column("Product", "ProductName"),
    ChargeFrequency: lookUp(column("Frequency"), {
      OneTime: "One-Time",
      Recurring: "Recurring",
      UsageBased: "Usage-Based"
    }),
    ChargePeriodEnd: dayAfter(date),
    ChargePeriodStart: date,
    CommitmentDiscountCategory: when([
      { if: equals(pricingModel, "Reservation"), then: text("Usage") },
      { if: isCommitted, then: text("Spend") }
    ]),
    CommitmentDiscountId: when([
      {
        if: isCommitted,
        then: firstOf(column("BenefitId"), column("ReservationId"))
      }
    ]),
    CommitmentDiscountName: when([
      {
        if: isCommitted,
        then: firstOf(column("BenefitName"), column("ReservationName"))
      }
    ]),
    CommitmentDiscountStatus: when([
      { if: isUnused2, then: text("Unused") },
      { if: all(isCommitted, not(isPurchase)), then: text("Used") }
    ]),
    CommitmentDiscountType: when([
      { if: equals(pricingModel, "Reservation"), then: text("Reservation") },
      { if: isCommitted, then: text("Savings plan") }
    ]),
    ConsumedQuantity: when([
      { if: all(not(isPurchase), not(isUnused2)), then: quantity }
    ]),
    ConsumedUnit: when([
      {
        if: all(not(isPurchase), not(isUnused2)),
        then: column("UnitOfMeasure")
      }
    ]),
    ContractedCost: contractedCost,
    ContractedUnitPrice: column("UnitPrice"),
    EffectiveCost: when(
      [{ if: all(isCommitted, isPurchase), then: text("0") }],
      cost2
    ),
    HostProviderName: text("Microsoft"),
    InvoiceId: column("InvoiceId"),
    InvoiceIssuerName: firstOf(column("PartnerName"), text("Microsoft")),
    ListCost: listCost,
    ListUnitPrice: column("PayGPrice"),
    PricingCategory: when([
      { if: all(isCommitted, not(isPurchase)), then: text("Committed") },
      { if: equals(pricingModel, "Spot"), then: text("Dynamic") },
      { if: equals(pricingModel, "OnDemand"), then: text("Standard") }
    ]),
    PricingCurrency: column("PricingCurrencyCode", "PricingCurrency"),
    PricingQuantity: quantity,
    PricingUnit: column("UnitOfMeasure"),
    RegionId: column("ResourceLocation", "Location"),
    RegionName: column("MeterRegion"),
    ResourceId: resourceId,
    ResourceName: firstOf(
      column("ResourceName"),
      part(resourceId, "([^/]+)/?$")
    ),
    ResourceType: firstOf(
      column("ResourceType"),
      part(resourceId, "/[Pp]roviders/([^/]+/[^/]+)")
    ),
    ServiceCategory: firstOf(
      lookUp(consumedService, SERVICE_CATEGORIES),
      lookUp(column("ServiceFamily"), CATEGORIES_OF_FAMILIES)
    ),
    ServiceName: firstOf(
      column("ServiceName"),
      column("MeterCategory"),
      consumedService
    ),
    ServiceProviderName: when(
      [
        {
          if: equals(column("PublisherType"), "Marketplace"),
          then: firstOf(column("PublisherName"), text("Microsoft"))
        }
      ],
      text("Microsoft")
    ),
    SkuId: column("ProductId", "PartNumber"),
    SkuMeter: column("MeterName"),
    SkuPriceId: column("MeterId"),
    SubAccountId: column("SubscriptionId", "SubscriptionGuid"),
    SubAccountName: column("SubscriptionName"),
    SubAccountType: text("Subscription"),
    Tags: jsonObject(column("Tags"))
  };
}
var USAGE_DATE = ["Date", "UsageDateTime", "UsageDate", "UsageStart"];
var SHARED = {
  source: DICTIONARY,
  monthFirstDates: true,
  decimalCommaWithSemicolon: true,
  namesInParentheses: true
};
var AZURE_FORMATS = [
  {
    ...SHARED,
    id: "azure-mca",
    title: "Azure cost details (Microsoft Customer Agreement)",
    expects: [["CostInBillingCurrency"], ["MeterCategory"], USAGE_DATE],
    columns: azureColumns(
      column("CostInBillingCurrency"),
      column("PaygCostInBillingCurrency")
    )
  },
  {
    ...SHARED,
    id: "azure-ea",
    title: "Azure cost details (Enterprise Agreement)",
    expects: [["Cost"], ["MeterCategory"], USAGE_DATE],
    columns: azureColumns(
      column("Cost"),
      product(column("PayGPrice"), quantity),
      product(column("UnitPrice"), quantity)
    )
  },
  {
    ...SHARED,
    id: "azure-usage-details",
    title: "Azure usage details",
    expects: [["PreTaxCost"], ["MeterCategory"], USAGE_DATE],
    columns: azureColumns(
      column("PreTaxCost"),
      column("PaygCostInBillingCurrency")
    )
  }
];

// plugins/costs-backend/src/formats/focus.ts
var SPECIFICATION = "https://focus.finops.org/focus-specification/";
var COLUMNS2 = {
  ...Object.fromEntries(
    CHARGE_COLUMNS.map(({ focusName }) => [focusName, column(focusName)])
  ),
  ServiceProviderName: firstOf(
    column("ServiceProviderName"),
    column("ProviderName")
  )
};
function focus(version, addedColumns) {
  return {
    id: `focus-${version.replace(".", "-")}`,
    title: `FOCUS ${version}`,
    source: `${SPECIFICATION} (v${version}, Cost and Usage)`,
    expects: [["BilledCost"], ["ChargeCategory"]],
    expectsOneOf: addedColumns,
    columns: COLUMNS2,
    // The examples of the specification itself write 4/1/25.
    monthFirstDates: true
  };
}
var FOCUS_FORMATS = [
  focus("1.4", ["CommitmentProgramEligibilityDetails", "InvoiceDetailId"]),
  focus("1.3", [
    "AllocatedMethodDetails",
    "AllocatedMethodId",
    "AllocatedResourceId",
    "AllocatedResourceName",
    "AllocatedTags",
    "ContractApplied",
    "HostProviderName",
    "ServiceProviderName"
  ]),
  focus("1.2", [
    "BillingAccountType",
    "InvoiceId",
    "PricingCurrency",
    "PricingCurrencyContractedUnitPrice",
    "PricingCurrencyEffectiveCost",
    "PricingCurrencyListUnitPrice",
    "SubAccountType"
  ]),
  focus("1.1", [
    "CapacityReservationId",
    "CapacityReservationStatus",
    "CommitmentDiscountQuantity",
    "CommitmentDiscountUnit",
    "ServiceSubcategory",
    "SkuMeter",
    "SkuPriceDetails"
  ]),
  focus("1.0")
];

// plugins/costs-backend/src/formats/oci.ts
var SERVICE_CATEGORIES2 = {
  ANALYTICS: "Analytics",
  API_GATEWAY: "Networking",
  AUTONOMOUS_DATABASE: "Databases",
  BLOCK_STORAGE: "Storage",
  COMPUTE: "Compute",
  CONTAINER_ENGINE: "Compute",
  DATABASE: "Databases",
  DATASCIENCE: "AI and Machine Learning",
  DNS: "Networking",
  EMAIL_DELIVERY: "Business Applications",
  FAST_CONNECT: "Networking",
  FILE_STORAGE: "Storage",
  FUNCTIONS: "Compute",
  KEY_MANAGEMENT: "Security",
  LOAD_BALANCER: "Networking",
  LOGGING: "Management and Governance",
  MONITORING: "Management and Governance",
  MYSQL: "Databases",
  NETWORK: "Networking",
  NETWORK_FIREWALL: "Security",
  NOTIFICATIONS: "Integration",
  OBJECTSTORE: "Storage",
  OBJECT_STORAGE: "Storage",
  STREAMING: "Integration",
  VAULT: "Security",
  WAF: "Security"
};
var cost = column("cost/myCost");
var quantity2 = column("usage/billedQuantity");
var OCI_FORMAT = {
  id: "oci-cost-report",
  title: "Oracle Cloud Infrastructure cost report",
  source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/usagereportsoverview.htm",
  expects: [
    ["cost/myCost"],
    ["lineItem/intervalUsageStart"],
    ["cost/currencyCode"]
  ],
  columns: {
    AvailabilityZone: column("product/availabilityDomain"),
    BilledCost: cost,
    BillingAccountId: column("lineItem/tenantId"),
    BillingCurrency: column("cost/currencyCode"),
    ChargeCategory: text("Usage"),
    ChargeClass: when([
      {
        if: equals(column("lineItem/isCorrection"), "true"),
        then: text("Correction")
      }
    ]),
    ChargeDescription: column("product/Description"),
    ChargeFrequency: text("Usage-Based"),
    ChargePeriodEnd: column("lineItem/intervalUsageEnd"),
    ChargePeriodStart: column("lineItem/intervalUsageStart"),
    ConsumedQuantity: quantity2,
    ConsumedUnit: column("cost/billingUnitReadable", "cost/skuUnitDescription"),
    ContractedCost: cost,
    ContractedUnitPrice: column("cost/unitPrice"),
    EffectiveCost: cost,
    HostProviderName: text("Oracle"),
    InvoiceIssuerName: text("Oracle"),
    PricingCategory: text("Standard"),
    PricingQuantity: quantity2,
    PricingUnit: column("cost/billingUnitReadable", "cost/skuUnitDescription"),
    RegionId: column("product/region"),
    ResourceId: column("product/resourceId"),
    ResourceType: column("product/resource"),
    ServiceCategory: lookUp(column("product/service"), SERVICE_CATEGORIES2),
    ServiceName: column("product/service"),
    ServiceProviderName: text("Oracle"),
    SkuId: column("cost/productSku"),
    SkuPriceId: column("cost/productSku"),
    SubAccountId: column("product/compartmentId"),
    SubAccountName: column("product/compartmentName"),
    SubAccountType: text("Compartment"),
    Tags: gathered("tags/")
  }
};

// plugins/costs-backend/src/formats/index.ts
var BUILT_IN_FORMATS = [
  ...FOCUS_FORMATS,
  ...AWS_CUR_FORMATS,
  ...AZURE_FORMATS,
  OCI_FORMAT
];

// ../../../tmp/rbench.ts
var file = process.argv[2];
var mem = Number(process.argv[3] ?? 120);
var rss = () => Math.round(process.memoryUsage.rss() / 1e6);
var idle = rss();
var max = idle;
setInterval(() => {
  max = Math.max(max, rss());
}, 50);
var t = Date.now();
var u = process.cpuUsage();
var lap = (n) => {
  const c = process.cpuUsage(u);
  console.log(n.padEnd(10), "ms", Date.now() - t, "cpu ms", Math.round((c.user + c.system) / 1e3), "rss over idle", rss() - idle, "max", max - idle);
  t = Date.now();
  u = process.cpuUsage();
};
(async () => {
  const profile = await inspectFile(file, DEFAULT_READING_LIMITS);
  lap("inspect");
  const f = recogniseFormat(profile, BUILT_IN_FORMATS);
  const w = await Workspace.open({ directory: "/tmp/rbench-ws", memoryMiB: mem, threads: 2 });
  lap("open");
  console.log(f.id, await readSource(w, profile, DEFAULT_READING_LIMITS));
  lap("read");
  console.log(await mapCharges(w, f));
  lap("map");
  await w.run(`copy (select * from charges) to '${w.folder}/out.csv' (header false)`);
  lap("out csv");
  console.log(await w.rows(`select service_provider_name, billing_period_start, sum(billed_cost::decimal(38,15)) s from charges group by all order by all`));
  lap("sum");
  await w.close();
  process.exit(0);
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
