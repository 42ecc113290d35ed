import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});

// src/policy/rules/code.ts
var codeRules = [
  {
    id: "code/bytecode",
    severity: "high",
    title: "The model contains Python bytecode",
    description: "The file contains compiled Python functions. They run when the model is loaded or used, and bytecode cannot be reviewed.",
    help: "Ask for the model without functions: weights and a configuration, with the code in a reviewed package.",
    cwe: [94, 502]
  },
  {
    id: "code/dangerous",
    severity: "critical",
    title: "Code in the model uses dangerous functions",
    description: "Code in the file uses functions that run programs or other code, or reach files or the network.",
    help: "Do not load this file. Find out what the named functions are used for, and ask for the model without code.",
    cwe: [94, 506]
  },
  {
    id: "code/native",
    severity: "high",
    title: "The model contains native code",
    description: "The model contains a shared library or an executable. Loaders map such members into the process and run them.",
    help: "Build native code from reviewed source instead. If you verify the file in another way, accept it with an exception in the policy.",
    cwe: [94, 829]
  },
  {
    id: "code/other-runtime",
    severity: "high",
    title: "The model contains code for another runtime",
    description: "The file contains code for Lua, R, JavaScript or the Java virtual machine, which can run when the file is loaded.",
    help: "Load the file only in an isolated process, or ask for the model in a format that contains only data.",
    cwe: [94, 502]
  },
  {
    id: "code/r-functions",
    severity: "medium",
    title: "The model contains R functions",
    description: "R objects such as fitted models often contain functions. They run when the model is used, not when it is loaded.",
    help: "Read the functions in R without calling them, or ask for the numbers of the model only.",
    cwe: [829]
  },
  {
    id: "code/other-runtime-class",
    severity: "medium",
    title: "The model contains Java objects or classes",
    description: "The file contains serialized Java objects or class files. No class is a known gadget, but deserializing the objects runs their methods.",
    help: "Deserialize the file with a filter that lists the expected classes.",
    cwe: [502]
  },
  {
    id: "code/python-source",
    severity: "medium",
    title: "The model contains source code",
    description: "Source files are packed with the model. They run only if a program imports or runs them.",
    help: "Review them like any other code in a pull request.",
    cwe: [829]
  },
  {
    id: "code/python-source-runs",
    severity: "high",
    title: "The model runs source code that it contains",
    description: "Python source in the file runs when the model is loaded or served, or does more than compute when the model is used.",
    help: "Review the source. If you trust it, accept this file with an exception in the policy.",
    cwe: [94, 829]
  },
  {
    id: "code/torchscript-io",
    severity: "high",
    title: "TorchScript does more than compute",
    description: "The TorchScript program uses operators that read or write files, or classes and operators of other libraries.",
    help: "Find out why the model needs these operators. A network that only computes needs none of them.",
    cwe: [94]
  }
];
// src/policy/rules/config.ts
var configRules = [
  {
    id: "config/custom-class",
    severity: "medium",
    title: "A configuration names a custom class",
    description: "The loader imports a class or function from a package that ModelGate does not know, and builds or calls it.",
    help: "Review the package, pin its version, and allow the name in the policy.",
    cwe: [470]
  },
  {
    id: "config/dangerous-reference",
    severity: "critical",
    title: "A configuration names a dangerous function",
    description: "The loader resolves a name in the configuration to a function that runs programs or code, or reaches files or the network.",
    help: "Do not load this file. No model needs this name, so treat the file as hostile.",
    cwe: [470, 502, 94]
  },
  {
    id: "config/external-code",
    severity: "high",
    title: "A configuration loads code from elsewhere",
    description: "Loading imports and runs Python files from the folder of the model or from another repository.",
    help: "Review that code and pin its revision, or use a model whose class is part of the library.",
    cwe: [829, 94]
  },
  {
    id: "config/remote-requirement",
    severity: "medium",
    title: "A requirement does not come from the package index",
    description: "The environment of the model installs a package from a URL, a repository or another package index.",
    help: "Pin a released version from a package index that you trust, with its hash.",
    cwe: [829, 494]
  },
  {
    id: "config/shell-command",
    severity: "critical",
    title: "A requirement contains a shell command",
    description: "The environment of the model lists a requirement with shell syntax in it. Programs that build environments pass such lists to a shell, which runs the command.",
    help: "Do not build this environment. No package needs such a requirement, so treat the model as hostile.",
    cwe: [78]
  },
  {
    id: "config/unlisted-reference",
    severity: "high",
    title: "A configuration names something that models do not need",
    description: "The name can be imported, but it is not one of the layers, functions and classes that such configurations name.",
    help: "Find out why the configuration names it. If it is harmless, allow it in the policy.",
    cwe: [470]
  }
];
// src/policy/rules/containers.ts
var containersRules = [
  {
    id: "archive/unsafe-path",
    severity: "high",
    title: "An archive member would be written outside its folder",
    description: "The name of the member makes a naive extractor write outside the target folder: it contains .., an absolute path or a drive, or follows a link.",
    help: "Create the archive again with relative names.",
    cwe: [22, 59]
  },
  {
    id: "zip/duplicate-entry",
    severity: "high",
    title: "Two zip entries share one name",
    description: "Two entries have the same name, or names that differ only in case. Readers disagree on which one they load, so a reviewer can be shown the other one.",
    help: "Create the archive again.",
    cwe: [436]
  },
  {
    id: "zip/header-mismatch",
    severity: "medium",
    title: "The headers of a zip entry contradict each other",
    description: "The local header and the directory differ in checksum, flags, method or size. Strict readers reject the entry; PyTorch loads it.",
    help: "Create the archive again, and find out which program wrote it.",
    cwe: [436]
  },
  {
    id: "zip/hidden-entry",
    severity: "medium",
    title: "The zip contains an entry that its directory does not list",
    description: "Readers that stream the file see the entry; readers that use the directory do not.",
    help: "Create the archive again.",
    cwe: [436]
  },
  {
    id: "zip/irregular-structure",
    severity: "medium",
    title: "The outer structure of the zip is irregular",
    description: "There are bytes before or after the archive, or its end records contradict each other. Tools disagree on what the file is.",
    help: "Create the archive again.",
    cwe: [436]
  },
  {
    id: "zip/name-mismatch",
    severity: "high",
    title: "A zip entry has two different names",
    description: "The local header and the directory name the entry differently. Strict readers reject it; PyTorch loads it.",
    help: "Treat the file as hostile: no tool writes this by accident.",
    cwe: [436]
  }
];
// src/policy/rules/files.ts
var REPEATED = /* @__PURE__ */ new Set(["npy", "numpy"]);
var filesRules = [
  {
    id: "files/external-path",
    severity: "high",
    title: "The model names a file outside its folder",
    description: "A path in the model is absolute, leaves the folder or is a URL. Loading reads or downloads it on the machine that loads the model.",
    help: "Reject the model, or ask for it with its data in the same folder.",
    cwe: [22, 73],
    judges: { kind: "external-file", judge: leavesFolder }
  },
  {
    id: "files/external-data",
    severity: "medium",
    title: "The model reads data from another file",
    description: "The model takes part of its data from another file by name. The content of that file is not known until the model is loaded.",
    help: "Store the data in the model itself, or scan the named file too.",
    cwe: [73],
    judges: { kind: "external-file", judge: isUnusualSibling }
  },
  {
    id: "files/overlap",
    severity: "medium",
    title: "Parts of the file overlap",
    description: "Two entries use the same bytes. No library writes such a file; readers disagree on it or crash.",
    help: "Write the file again with the library that created it.",
    cwe: [119, 436]
  },
  {
    id: "files/out-of-bounds",
    severity: "high",
    title: "The file points outside itself",
    description: "An entry lies past the end of the file, or its size contradicts its shape. Readers that do not check this read or write memory out of bounds.",
    help: "Download the file again. If it is the same, do not load it.",
    cwe: [125, 787]
  },
  {
    id: "files/duplicate-key",
    severity: "high",
    title: "The header contains a key twice",
    description: "Some readers take the first of two equal keys, others the last, so one program can check a value while another loads a different one.",
    help: "Write the file again with the library that created it.",
    cwe: [436, 694]
  },
  {
    id: "files/bad-header",
    severity: "medium",
    title: "The header contradicts the format",
    description: "The header contains a value that the format does not allow and that its library does not write.",
    help: "Write the file again with the library that created it.",
    cwe: [1284]
  },
  {
    id: "files/shape-bomb",
    severity: "high",
    title: "The file declares a shape that exhausts memory",
    description: "The declared shape or size is far larger than the data in the file. Loading allocates the memory first.",
    help: "Do not load this file.",
    cwe: [789, 400]
  },
  {
    id: "files/gap",
    severity: "medium",
    title: "Bytes of the file belong to no entry",
    description: "The header does not cover part of the file. Readers of the format reject the file or ignore these bytes, so data can be hidden there. ModelGate scans them as a file of their own.",
    help: "Write the file again with the library that created it.",
    cwe: [1284]
  },
  {
    id: "files/trailing-bytes",
    severity: "medium",
    title: "The file continues after the end of its format",
    description: "The format ends before the file does, so data can be hidden there. ModelGate scans these bytes as a file of their own.",
    help: "Find out what the bytes are, or write the file again.",
    cwe: [1284]
  },
  {
    id: "files/padding",
    severity: "low",
    title: "Bytes follow the end of the array",
    description: "A file with one array continues after the end of the array. Loaders read arrays one after the other, so the bytes can be a second array.",
    help: "Nothing, if the file is meant to contain several arrays.",
    cwe: [],
    judges: {
      kind: "structure",
      judge: ({ format, problem, detail }) => problem === "trailing-bytes" && REPEATED.has(format) ? {
        message: `Bytes follow the end of the array (${format}): ${detail}`,
        evidence: detail,
        reason: `no ${format} library writes this`
      } : void 0
    }
  },
  {
    id: "files/extension-mismatch",
    severity: "medium",
    title: "The content of the file does not match its extension",
    description: "The content has another format than the extension names. Tools that trust the name check one format, and loaders that look at the content load the other.",
    help: "Rename the file to match its content.",
    cwe: [434, 646]
  },
  {
    id: "files/doctype",
    severity: "high",
    title: "The XML file has a document type declaration",
    description: "A document type can define entities that read files, download URLs or expand without limit in parsers that resolve them. Model files do not need one.",
    help: "Remove the declaration, or reject the file.",
    cwe: [611, 776]
  }
];
function leavesFolder({ path, role, sibling }) {
  const evidence = `${role}: ${path}`;
  const way = escapeOf(path);
  if (way !== void 0) return { message: `Loading reads ${role} from ${path}: ${way}`, evidence, reason: way };
  if (sibling !== "link-outside") return void 0;
  return { message: `Loading reads ${role} from ${path}, a symbolic link out of the checkout`, evidence, reason: "a symbolic link" };
}
function isUnusualSibling({ format, path, role, unusual, sibling }) {
  const evidence = `${role}: ${path}`;
  if (sibling !== void 0) {
    const what = sibling === "link" ? "a symbolic link" : "a hard link";
    return { message: `Loading reads ${role} from ${path}, ${what}`, evidence, reason: what };
  }
  if (!unusual) return void 0;
  return { message: `Loading reads ${role} from ${path}`, evidence, reason: `${format} libraries store data in the file itself` };
}
function escapeOf(path) {
  if (path.includes("\0")) return "a path with a NUL, at which some readers cut it";
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return "a URL";
  if (/^[a-z]:/i.test(path)) return "a path with a drive";
  if (path.startsWith("\\\\") || path.startsWith("//")) return "a path on another machine";
  if (/^[\\/]/.test(path)) return "an absolute path";
  if (path.startsWith("~")) return "a path in a home folder";
  return path.split(/[\\/]/).includes("..") ? "a path that leaves the folder" : void 0;
}
// src/policy/rules/graph.ts
var graphRules = [
  {
    id: "graph/checkpoint-path",
    severity: "medium",
    title: "A graph reads a checkpoint from a fixed path",
    description: "An operation reads tensors from a path outside the model, and the graph itself contains the path. Normally the loader passes it.",
    help: "Export the model again with its weights in it, and find out what the path is.",
    cwe: [73]
  },
  {
    id: "graph/compiled-kernel",
    severity: "medium",
    title: "A graph contains compiled code for an accelerator",
    description: "Part of the model is a compiled engine for one runtime. It cannot be inspected without that runtime.",
    help: "Ask for the model that it was compiled from, and compile it yourself.",
    cwe: [506]
  },
  {
    id: "graph/custom-op",
    severity: "medium",
    title: "A graph uses a custom operation",
    description: "The operation is not part of the framework. The model runs only with a library or class that provides the operation, and runs its code.",
    help: "Review the library that provides the operation. If you trust it, allow the operation in the policy.",
    cwe: [829]
  },
  {
    id: "graph/file-access",
    severity: "high",
    title: "A graph reads or writes files",
    description: "An operation of the graph opens files on the machine that runs the model. Models do not need this, because the program passes their input.",
    help: "Find out why the operation is there before you run the model, or ask for the model without input pipelines.",
    cwe: [73, 552]
  },
  {
    id: "graph/native-call",
    severity: "high",
    title: "A graph calls native code by name or address",
    description: "An operation calls a function of the process by its name, or through an address that the file contains.",
    help: "Treat the file as hostile until its author explains the operation.",
    cwe: [822, 829]
  },
  {
    id: "graph/network",
    severity: "high",
    title: "A graph connects to other machines",
    description: "An operation of the graph sends data to another process or server, or receives data from one.",
    help: "Find out where the data goes before you run the model.",
    cwe: [918, 201]
  },
  {
    id: "graph/python-layer",
    severity: "high",
    title: "A layer is a Python class",
    description: "To build the layer, loading imports a Python module by name, or calls a Python operator of the loading program.",
    help: "Review the module together with the model, or replace the layer with one of the framework.",
    cwe: [829, 470]
  },
  {
    id: "graph/python-op",
    severity: "critical",
    title: "A graph calls Python",
    description: "An operation of the graph calls a Python function of the loading process. The function is not in the graph and can do anything.",
    help: "Do not load this model. Ask for it without Python operations.",
    cwe: [94, 913]
  }
];
// src/policy/rules/pickle.ts
var pickleRules = [
  {
    id: "pickle/dangerous-call",
    severity: "critical",
    title: "Loading runs a dangerous function",
    description: "Unpickling calls a function that can run programs or code, or reach files or the network.",
    help: "Do not load this file. Find out where it comes from, and ask for its weights as safetensors.",
    cwe: [502, 94]
  },
  {
    id: "pickle/dangerous-import",
    severity: "high",
    title: "Loading imports a dangerous function",
    description: "Unpickling imports a function that can run programs or code, or reach files or the network. No call of it was found.",
    help: "Find out why the file imports this name before you load it: an imported function can be called later.",
    cwe: [502]
  },
  {
    id: "pickle/discarded-call",
    severity: "high",
    title: "A call is made only for its effect",
    description: "The result of a call is discarded at once. Picklers never write this; hand-made payloads do.",
    help: "Look at the call: its effect is the only reason for it to be there.",
    cwe: [502]
  },
  {
    id: "pickle/dynamic-call",
    severity: "high",
    title: "A computed value is called",
    description: "Unpickling calls a value that the pickle computes, so what runs cannot be known without running it.",
    help: "Treat the file as hostile until its author explains the call.",
    cwe: [502, 913]
  },
  {
    id: "pickle/dynamic-global",
    severity: "high",
    title: "The name of an import is computed",
    description: "The imported name is not a literal in the file. Picklers always write literals.",
    help: "Treat the file as hostile until its author explains the import.",
    cwe: [502, 913]
  },
  {
    id: "pickle/expansion",
    severity: "medium",
    title: "A small file builds a huge object",
    description: "Nested references to one object double its size at each step (\u201Cbillion laughs\u201D). Printing or copying the object exhausts memory.",
    help: "Load the file only in an isolated process with a memory limit.",
    cwe: [409, 776]
  },
  {
    id: "pickle/extension-code",
    severity: "high",
    title: "A copyreg extension code is used",
    description: "The callable comes from a registry of the loading process, so the file does not show what it is.",
    help: "Write the file again without extension codes.",
    cwe: [502, 913]
  },
  {
    id: "pickle/first-party-class",
    severity: "low",
    title: "A class of this repository is built",
    description: "Loading imports a class or function that a source file of the checkout defines. Its code is reviewed like all other code here.",
    help: "Nothing to do. To hide this finding, allow the name in the policy: allow: [module.Class].",
    cwe: [502]
  },
  {
    id: "pickle/frame-straddle",
    severity: "high",
    title: "An opcode crosses the end of a frame",
    description: "Python versions disagree on what follows, so a scanner can be shown another program than the one that runs.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 436]
  },
  {
    id: "pickle/huge-memo-index",
    severity: "medium",
    title: "A memo index is extremely large",
    description: "Older Python versions allocate memory up to the index before they read on.",
    help: "Load the file only in an isolated process with a memory limit.",
    cwe: [770]
  },
  {
    id: "pickle/mutated-global",
    severity: "high",
    title: "An imported object is changed",
    description: "Unpickling sets attributes or items of an imported function, class or module, which changes the program that loads the file.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 915]
  },
  {
    id: "pickle/nested-payload",
    severity: "medium",
    title: "A constant of the pickle contains a dangerous payload",
    description: "Bytes or text in the pickle are themselves a pickle, an archive or code that is dangerous to load. No call that loads them was found in the file.",
    help: "Find out which program takes the constant out and loads it: plain data does not look like this.",
    cwe: [502]
  },
  {
    id: "pickle/odd-name",
    severity: "high",
    title: "An imported name contains characters that hide it",
    description: "A module or function name contains a NUL or control character. Some Python versions cut the name there and import something else.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 158]
  },
  {
    id: "pickle/out-of-band-buffer",
    severity: "low",
    title: "Data comes from outside the file",
    description: "The pickle refers to a protocol 5 buffer that is not in the file. The loading program provides its content.",
    help: "Review the file together with the program that loads it.",
    cwe: []
  },
  {
    id: "pickle/persistent-id",
    severity: "medium",
    title: "An object comes from outside the file",
    description: "A persistent id asks the loading program for an object. What the object is depends on that program.",
    help: "Review the file together with the program that loads it.",
    cwe: [502]
  },
  {
    id: "pickle/trailing-bytes",
    severity: "low",
    title: "Bytes follow the end of the pickle",
    description: "A single load does not read these bytes. ModelGate scanned them as a file of their own.",
    help: "Write the file again without them.",
    cwe: []
  },
  {
    id: "pickle/unknown-class",
    severity: "medium",
    title: "A class of an unknown package is built",
    description: "Loading imports a package that ModelGate does not know and builds an instance of one of its classes, which runs code of the package.",
    help: "If you trust the class, allow it in the policy: allow: [module.Class].",
    cwe: [502]
  },
  {
    id: "pickle/unlisted-call",
    severity: "high",
    title: "Loading calls a function that is not known to be safe",
    description: "Unpickling calls a function that is not on the lists of functions that only build data, or gives more than data to a class of an unknown package.",
    help: "Find out what the function does with these arguments. If it is harmless, allow it in the policy.",
    cwe: [502]
  },
  {
    id: "pickle/unlisted-import",
    severity: "high",
    title: "Loading imports a name that models do not need",
    description: "The file imports a name of the standard library or of a well-known library that is not among the names that models use.",
    help: "Find out why the file imports this name. If it is harmless, allow it in the policy.",
    cwe: [502]
  },
  {
    id: "pickle/unsafe-arguments",
    severity: "high",
    title: "A helper is called with dangerous arguments",
    description: "The function is harmless as picklers call it, but not with these arguments.",
    help: "Compare the call with what the library itself writes. Treat a difference as hostile.",
    cwe: [502]
  }
];
// src/policy/rules/policy.ts
var policyRules = [
  {
    id: "policy/unapproved-format",
    severity: "high",
    title: "The policy does not approve the format of this model",
    description: "The policy lists the formats that models may have, and the content of this file has another one.",
    help: "Convert the model to an approved format, or add its format to approved-formats.",
    cwe: []
  }
];
// src/policy/rules/scan.ts
var scanRules = [
  {
    id: "scan/incomplete",
    severity: "high",
    title: "The file was not read to the end",
    description: "Part of the file was not read (truncated, encrypted, unsupported, a limit, a Git LFS pointer), so it is not known to be clean.",
    help: "See the detail of the result. By default, the gate fails.",
    cwe: []
  }
];
// src/policy/rules/template.ts
var templateRules = [
  {
    id: "template/injection",
    severity: "critical",
    title: "A chat template reaches into the Python interpreter",
    description: "The template uses attributes or calls that lead from a value to arbitrary Python code. A library that renders it without a sandbox runs that code at the first message.",
    help: "Do not use this model. Compare its template with the one that the author publishes.",
    cwe: [1336, 94]
  },
  {
    id: "template/hidden-name",
    severity: "high",
    title: "A chat template hides the name of an attribute",
    description: "The template computes the name of an attribute from its own text, in a way that only running it can resolve. Templates that fill in messages write such names literally.",
    help: "Read the template before you use this model, or render it only in a sandbox.",
    cwe: [1336, 94]
  },
  {
    id: "template/include",
    severity: "high",
    title: "A chat template loads other templates",
    description: "The template uses import, include, from or extends. Chat templates are self-contained; a loader that follows such a tag reads a file that the template names.",
    help: "Ask for a template without these tags, or copy the included text into it.",
    cwe: [1336]
  },
  {
    id: "template/unparsable",
    severity: "medium",
    title: "A chat template could not be analysed",
    description: "The template is not valid Jinja, or it computes names that only running it can resolve, so what it does is not known.",
    help: "Read the template yourself, or render it only in a sandbox.",
    cwe: [1336]
  }
];
// src/policy/rules/index.ts
var table = [
  ...codeRules,
  ...configRules,
  ...containersRules,
  ...filesRules,
  ...graphRules,
  ...pickleRules,
  ...policyRules,
  ...scanRules,
  ...templateRules
];
var severities = ["critical", "high", "medium", "low"];
var rules = [...table].sort((a, b) => a.id < b.id ? -1 : 1);
var ownJudges = judgesByKind(table);
function judgesByKind(all) {
  const byKind = /* @__PURE__ */ new Map();
  for (const { id, severity, judges } of all) {
    if (judges) byKind.set(judges.kind, [...byKind.get(judges.kind) ?? [], { id, severity, judge: judges.judge }]);
  }
  return byKind;
}
var byId = new Map(rules.map((rule) => [rule.id, rule]));
function ruleOf(id) {
  const rule = byId.get(id);
  if (!rule) throw new Error(`unknown rule ${id}`);
  return rule;
}

// src/report/words.ts
var UNITS = ["B", "kB", "MB", "GB", "TB"];
var RULE_PAGES = "https://github.com/modelgate/modelgate/blob/main/docs/rules/";
function ruleUrl(rule) {
  return `${RULE_PAGES}${rule.replace(/\//g, "-")}.md`;
}
function formatBytes(bytes) {
  const power = bytes < 1e3 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1e3 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? "B"}`;
}
function formatSeconds(ms) {
  if (ms < 6e4) return `${(ms / 1e3).toFixed(ms < 1e4 ? 2 : 1)} s`;
  return `${Math.floor(ms / 6e4)} min ${Math.floor(ms % 6e4 / 1e3)} s`;
}
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function memberPath(path) {
  return path.slice(1).join("!");
}
function placeOf(at) {
  return [memberPath(at.path), at.offset === void 0 ? "" : `@ ${at.offset}`].filter(Boolean).join(" ");
}
function describeGate(gate) {
  const findings = gate.failOn === "never" ? "never fails on findings" : `fails at ${gate.failOn}${gate.failOn === "critical" ? "" : " and above"}`;
  const incomplete2 = gate.failOnIncomplete ? "fails on incomplete files" : "does not fail on incomplete files";
  return `${findings}; ${incomplete2}; Git LFS pointers: ${gate.lfsPointers}`;
}
function acceptedBy({ by, reason, expires }) {
  return `${by}${expires === void 0 ? "" : ` until ${expires}`}: ${reason}`;
}
// src/report/verdict.ts
function buildReport(input) {
  const files = input.files.map(fileReport);
  files.sort((a, b) => compareText(a.path, b.path));
  const { failOn, failOnIncomplete, lfsPointers } = input.gate;
  const report = {
    schemaVersion: 1,
    tool: { name: "modelgate", version: input.version },
    verdict: "pass",
    gate: { failOn, failOnIncomplete, lfsPointers },
    files,
    notices: input.notices,
    ...input.shard === void 0 ? {} : { shard: input.shard },
    ...input.partial ? { partial: true } : {}
  };
  return { ...report, verdict: exitCode(report) === 0 ? "pass" : "fail" };
}
var NONE = Object.freeze([]);
function fileReport(file) {
  const status = statusOf(file);
  if (file.findings === NONE && hasStatus(file, status)) return file;
  const { path, size, sha256: sha2562, sameAs, formats: formats2, findings, incomplete: incomplete2, torch: torch2, suppressed, gate, stats } = file;
  const report = {
    path,
    size,
    status,
    formats: formats2.length === 0 ? NONE : formats2,
    findings: findings.length === 0 ? NONE : [...findings].sort(compareFindings),
    incomplete: incomplete2.length === 0 ? NONE : incomplete2
  };
  if (sha2562 === void 0 && sameAs === void 0 && !torch2 && !suppressed && !gate && !stats) return report;
  return {
    ...report,
    ...sha2562 === void 0 ? {} : { sha256: sha2562 },
    ...sameAs === void 0 ? {} : { sameAs },
    ...torch2 ? { torch: torch2 } : {},
    ...suppressed ? { suppressed } : {},
    ...gate ? { gate } : {},
    ...stats ? { stats } : {}
  };
}
function hasStatus(file, status) {
  return file.status === status;
}
function exitCode(report) {
  if (report.files.some((file) => isUnsafe(file, report))) return 1;
  return report.files.some((file) => file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)))) ? 2 : 0;
}
function gateOf(file, report) {
  return file.gate ?? report.gate;
}
function isUnsafe(file, report) {
  const gate = gateOf(file, report);
  return file.findings.some((finding2) => failsGate(finding2.severity, gate));
}
function withoutFindings(report) {
  const open = (gate) => ({ ...gate, failOn: "never" });
  const files = report.files.map((file) => file.gate === void 0 ? file : { ...file, gate: open(file.gate) });
  return { ...report, gate: open(report.gate), files };
}
function failsGate(severity, gate) {
  return gate.failOn !== "never" && atLeast(severity, gate.failOn);
}
function incompleteFails(part, gate) {
  return part.why === "lfs-pointer" ? gate.lfsPointers === "fail" : gate.failOnIncomplete;
}
function atLeast(severity, threshold) {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
function counts(report) {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0 };
  let bytes = 0;
  let findings = 0;
  let unsafeFiles = 0;
  let filesWithFindings = 0;
  let incompleteFiles = 0;
  let incomplete2 = 0;
  let empty = 0;
  let unrecognised = 0;
  let suppressed = 0;
  for (const file of report.files) {
    bytes += file.size;
    findings += file.findings.length;
    incomplete2 += file.incomplete.length;
    for (const finding2 of file.findings) bySeverity[finding2.severity]++;
    if (isUnsafe(file, report)) unsafeFiles++;
    if (file.findings.length > 0) filesWithFindings++;
    if (file.incomplete.length > 0) incompleteFiles++;
    if (file.status === "empty") empty++;
    if (file.status === "unrecognised") unrecognised++;
    suppressed += file.suppressed?.length ?? 0;
  }
  return {
    files: report.files.length,
    bytes,
    findings,
    ...bySeverity,
    unsafeFiles,
    filesWithFindings,
    incompleteFiles,
    incomplete: incomplete2,
    empty,
    unrecognised,
    suppressed
  };
}
function verdictText(report, elapsedMs) {
  const n = counts(report);
  const perSeverity = severities.filter((severity) => n[severity] > 0).map((severity) => `${n[severity]} ${severity}`);
  const outcome = [];
  if (n.unsafeFiles > 0) outcome.push(`${plural(n.unsafeFiles, "file")} unsafe (${perSeverity.join(", ")})`);
  else if (n.filesWithFindings > 0) outcome.push(`${plural(n.filesWithFindings, "file")} with findings (${perSeverity.join(", ")})`);
  if (n.incompleteFiles > 0) outcome.push(`${n.incompleteFiles} incomplete`);
  if (n.empty > 0) outcome.push(`${n.empty} empty`);
  if (n.unrecognised > 0) outcome.push(`${n.unrecognised} unrecognised`);
  if (n.files === 0) outcome.push("no file was scanned");
  else if (outcome.length === 0) outcome.push(n.suppressed > 0 ? "nothing else unsafe found" : "nothing unsafe found");
  if (n.suppressed > 0) outcome.push(`${n.suppressed} accepted`);
  const time = elapsedMs === void 0 ? "" : ` in ${formatSeconds(elapsedMs)}`;
  const partial = report.partial ? "; unchanged files were not scanned" : "";
  return `${outcome.join(", ")} \u2014 ${plural(n.files, "file")}, ${formatBytes(n.bytes)}${time}${partial}`;
}
function compareFindings(a, b) {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(a.path.join("\0"), b.path.join("\0")) || (a.offset ?? 0) - (b.offset ?? 0) || compareText(a.rule, b.rule) || compareText(a.evidence, b.evidence);
}
function worstFirst(report) {
  return report.files.filter((file) => file.findings.length > 0 || file.incomplete.length > 0).sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length || compareText(a.path, b.path));
}
function rank(file) {
  const worst = file.findings[0];
  return worst ? severities.indexOf(worst.severity) : severities.length;
}
function withSuppressed(report) {
  return report.files.filter((file) => file.suppressed !== void 0 && file.suppressed.length > 0);
}
function statusOf(file) {
  if (file.findings.length > 0) return "findings";
  if (file.incomplete.length > 0) return "incomplete";
  if (file.formats.length > 0) return "clean";
  return file.size === 0 ? "empty" : "unrecognised";
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/report/escape.ts
var INVISIBLE = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0";
var UNESCAPED = "\\p{Cf}\\p{Zl}\\p{Zp}\\x7f-\\x9f";
var invisibleCache;
var unescapedCache;
function isInvisible(text4) {
  invisibleCache ??= new RegExp(`[${INVISIBLE}]`, "u");
  return invisibleCache.test(text4);
}
var DEFAULT_MAX = 300;
var ENTITY = Object.fromEntries([..."&<>\"'|`@#[]!*_~\\$:"].map((c) => [c, `&#${c.charCodeAt(0)};`]));
function safe(text4, { max = DEFAULT_MAX } = {}) {
  const head = inert(text4.slice(0, max + 2));
  if (head.length <= max && !isInvisible(head)) return head;
  const pieces2 = [];
  let length = 0;
  for (const char of head) {
    const piece = isInvisible(char) ? codePoint(char) : char;
    if (length + piece.length > max) return trimTo(pieces2, length, max);
    pieces2.push(piece);
    length += piece.length;
  }
  return text4.length > max + 2 ? trimTo(pieces2, length, max) : pieces2.join("");
}
function safeMarkdown(text4, options = {}) {
  const escaped = safe(text4, options).replace(/[&<>"'|`@#[\]!*_~\\$:]/g, (char) => ENTITY[char] ?? "").replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`).replace(/(?<=\S)&#64;/g, "<wbr>&#64;");
  return `<code>${escaped === "" ? " " : escaped}</code>`;
}
function safeHtml(text4, options = {}) {
  return safe(text4, options).replace(/[&<>"'`]/g, (char) => ENTITY[char] ?? "");
}
function escapeCommandData(text4) {
  return text4.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeCommandProperty(text4) {
  return escapeCommandData(text4).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
function safeJson(value) {
  const json2 = JSON.stringify(value, (_key, item) => typeof item === "string" ? wellFormed(item) : item);
  unescapedCache ??= new RegExp(`[${UNESCAPED}]`, "gu");
  return json2.replace(unescapedCache, (char) => [...utf16(char)].map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")).replace(/##\[/g, "#\\u0023[");
}
function wellFormed(text4) {
  return text4.replace(/[\ud800-\udfff]/gu, "\uFFFD");
}
function* utf16(text4) {
  for (let i = 0; i < text4.length; i++) yield text4.charCodeAt(i);
}
function inert(text4) {
  return text4.replace(/^(\s*):/u, "$1\\x3a").replace(/##(?=\[)/g, "#\\x23");
}
function codePoint(char) {
  const code = char.codePointAt(0) ?? 0;
  return code <= 255 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
function trimTo(pieces2, length, max) {
  let kept = length;
  while (kept > max - 1 && pieces2.length > 0) kept -= pieces2.pop()?.length ?? 0;
  return `${pieces2.join("")}\u2026`;
}

// src/types/account.ts
var PASS_REASONS = [
  "numbers",
  "values",
  "padding",
  "searched",
  "member",
  "compressed",
  "checksum",
  "reported",
  "unrecognised"
];
// src/report/stats.ts
function totalStats({ files }) {
  const counted2 = files.flatMap(({ stats }) => stats ?? []);
  if (counted2.length === 0) return void 0;
  const sum = (key) => counted2.reduce((total, stats) => total + stats[key], 0);
  const highest = (key) => counted2.reduce((most, stats) => Math.max(most, stats[key]), 0);
  return {
    reads: sum("reads"),
    bytesRead: sum("bytesRead"),
    members: sum("members"),
    bytesInflated: sum("bytesInflated"),
    opcodes: sum("opcodes"),
    peakStack: highest("peakStack"),
    peakMemo: highest("peakMemo"),
    bytes: counted2.map(({ bytes }) => bytes).reduce(together)
  };
}
function together(one, other2) {
  const sums = PASS_REASONS.map((reason) => [reason, one.passedOver[reason] + other2.passedOver[reason]]);
  return {
    interpreted: one.interpreted + other2.interpreted,
    passedOver: Object.fromEntries(sums),
    unaccounted: one.unaccounted + other2.unaccounted
  };
}
function statsLine({ reads, bytesRead, members: members2, bytesInflated, opcodes: opcodes2, peakStack, peakMemo, bytes }) {
  const work = `${reads} reads, ${bytesRead} bytes read, ${members2} members, ${bytesInflated} bytes inflated, ${opcodes2} opcodes`;
  const peaks = `at most ${peakStack} on the stack, ${peakMemo} in the memo`;
  const passed = PASS_REASONS.flatMap((reason) => bytes.passedOver[reason] > 0 ? [`${bytes.passedOver[reason]} ${reason}`] : []);
  const over = passed.length === 0 ? "" : `, passed over: ${passed.join(", ")}`;
  return `${work}, ${peaks}; ${bytes.interpreted} bytes interpreted${over}; ${bytes.unaccounted} unaccounted`;
}
// src/report/json.ts
var CHUNK = 64 * 1024;
function* jsonChunks(report) {
  const stats = totalStats(report);
  const head = {
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    verdict: report.verdict,
    gate: gateFields(report.gate),
    ...report.shard === void 0 ? {} : { shard: shardOf(report.shard) },
    ...report.partial ? { partial: true } : {},
    summary: counts(report),
    ...stats === void 0 ? {} : { stats },
    notices: report.notices
  };
  const lines = Object.entries(head).map(([key, value]) => `${safeJson(key)}: ${safeJson(value)}`);
  let chunk = `{
${lines.join(",\n")},
"files": [`;
  let separator = "\n";
  for (const file of report.files) {
    chunk += separator + safeJson(fileOf(file));
    separator = ",\n";
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield `${chunk}${report.files.length === 0 ? "" : "\n"}]
}
`;
}
function fileOf(file) {
  return {
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    status: file.status,
    sameAs: file.sameAs,
    formats: file.formats,
    findings: file.findings.map(findingOf),
    incomplete: file.incomplete.map(incompleteOf),
    torch: file.torch && { weightsOnly: file.torch.weightsOnly, refused: file.torch.refused },
    suppressed: file.suppressed?.map(suppressedOf),
    gate: file.gate && gateFields(file.gate),
    stats: file.stats && statsFields(file.stats)
  };
}
function statsFields({ reads, bytesRead, members: members2, bytesInflated, opcodes: opcodes2, peakStack, peakMemo, bytes }) {
  const { interpreted, passedOver, unaccounted } = bytes;
  return { reads, bytesRead, members: members2, bytesInflated, opcodes: opcodes2, peakStack, peakMemo, bytes: { interpreted, passedOver, unaccounted } };
}
function gateFields({ failOn, failOnIncomplete, lfsPointers }) {
  return { failOn, failOnIncomplete, lfsPointers };
}
function shardOf({ index: index2, count, listDigest }) {
  return { index: index2, count, listDigest };
}
function suppressedOf({ rule, severity, evidence, path, by, reason, expires }) {
  return { rule, severity, evidence, path, by, reason, expires };
}
function findingOf(finding2) {
  const { rule, severity, message, path, offset, fileOffset, opcode, evidence, count } = finding2;
  return { rule, severity, message, path, offset, fileOffset, opcode, evidence, count };
}
function incompleteOf(part) {
  const { why, detail, remedy, path, offset } = part;
  return { why, detail, remedy, path, offset };
}
// src/report/text.ts
var COLOR = {
  critical: "1;31",
  high: "31",
  medium: "33",
  low: "36",
  pass: "1;32",
  fail: "1;31",
  incomplete: "35",
  bold: "1",
  dim: "2"
};
var LABEL_WIDTH = 10;
function toText(report, { color = false, quiet = false, elapsedMs } = {}) {
  const paint = color ? (style, text4) => `\x1B[${COLOR[style]}m${text4}\x1B[0m` : (_style, text4) => text4;
  const blocks = [];
  for (const file of worstFirst(report)) {
    if (!quiet || failsTheGate(file, report)) blocks.push(fileBlock(file, paint));
  }
  if (!quiet) blocks.push(...withSuppressed(report).map((file) => acceptedBlock(file, paint)), ...remarks(report));
  const total = totalStats(report);
  if (total) blocks.push(statsBlock(report, total));
  const word = report.verdict === "pass" ? paint("pass", "PASS") : paint("fail", "FAIL");
  blocks.push(`${word}  ${verdictText(report, elapsedMs)}
`);
  return blocks.join("\n");
}
function statsBlock({ files }, total) {
  const lines = files.flatMap(({ path, stats }) => stats ? [`stats: ${safe(path, { max: 1e3 })}: ${statsLine(stats)}
`] : []);
  return `${lines.join("")}stats: total: ${statsLine(total)}
`;
}
function fileBlock(file, paint) {
  const lines = [paint("bold", safe(file.path, { max: 1e3 }))];
  for (const finding2 of file.findings) lines.push(...findingLines(finding2, paint));
  for (const part of file.incomplete) lines.push(...incompleteLines(part, paint));
  if (file.torch && !file.torch.weightsOnly) lines.push(paint("dim", `  ${weightsOnlyLine(file.torch)}`));
  return `${lines.join("\n")}
`;
}
function acceptedBlock(file, paint) {
  const lines = [paint("bold", safe(file.path, { max: 1e3 })), ...(file.suppressed ?? []).flatMap((each) => acceptedLines(each, paint))];
  return `${lines.join("\n")}
`;
}
function acceptedLines(accepted, paint) {
  return [
    `  ${label("dim", "accepted", paint)}${safe(accepted.rule)} (${accepted.severity})`,
    ...indented([safe(accepted.evidence), paint("dim", where(accepted)), paint("dim", safe(acceptedBy(accepted), { max: 1e3 }))])
  ];
}
function findingLines(finding2, paint) {
  const times = finding2.count > 1 ? paint("dim", ` (${finding2.count} times)`) : "";
  return [
    `  ${label(finding2.severity, finding2.severity, paint)}${safe(finding2.rule)}${times}`,
    ...indented([
      paint("bold", safe(finding2.evidence)),
      safe(finding2.message, { max: 1e3 }),
      paint("dim", where(finding2)),
      `\u2192 ${ruleOf(finding2.rule).help}`
    ])
  ];
}
function incompleteLines(part, paint) {
  return [
    `  ${label("incomplete", "incomplete", paint)}${part.why}`,
    ...indented([
      safe(part.detail, { max: 1e3 }),
      paint("dim", where(part)),
      part.remedy === void 0 ? "" : `\u2192 ${safe(part.remedy, { max: 1e3 })}`
    ])
  ];
}
var MAX_REFUSED = 5;
function weightsOnlyLine({ refused }) {
  const names3 = refused.slice(0, MAX_REFUSED).map((name) => safe(name, { max: 120 }));
  const more = refused.length > names3.length ? `, and ${refused.length - names3.length} more` : "";
  return `torch.load(weights_only=True) refuses this file: ${names3.join(", ")}${more}`;
}
function where(at) {
  const member = memberPath(at.path);
  const offset = "offset" in at && at.offset !== void 0 ? at.offset : void 0;
  if (member === "") return offset === void 0 ? "" : `at byte ${offset}`;
  return `in ${safe(placeOf(at), { max: 1e3 })}`;
}
function label(style, word, paint) {
  return paint(style, `${word.toUpperCase().padEnd(LABEL_WIDTH - 1)} `);
}
function indented(lines) {
  return lines.filter((line) => line !== "").map((line) => " ".repeat(LABEL_WIDTH + 2) + line);
}
function remarks(report) {
  const lines = report.notices.map((notice) => `note: ${safe(notice, { max: 1e3 })}`);
  const { empty, unrecognised } = counts(report);
  if (empty > 0) lines.push(`note: ${plural(empty, "empty file")}, which can run nothing`);
  if (unrecognised > 0) lines.push(`note: ${plural(unrecognised, "unrecognised file")}: no format matched, so nothing was judged`);
  return lines.length > 0 ? [`${lines.join("\n")}
`] : [];
}
function failsTheGate(file, report) {
  return isUnsafe(file, report) || file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)));
}

var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require2 = /* @__PURE__ */ ((x) => typeof __require !== "undefined" ? __require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof __require !== "undefined" ? __require : a)[b]
}) : x)(function(x) {
  if (typeof __require !== "undefined") return __require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require22() {
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

// src/policy/policy.ts
var defaultPolicy = {
  failOn: "high",
  failOnIncomplete: true,
  lfsPointers: "fail",
  allow: [],
  deny: [],
  severity: {},
  empty: "pass",
  scopes: [],
  exceptions: []
};
function withSettings(policy, { allow = [], deny = [], severity = {}, ...rest }) {
  return {
    ...policy,
    ...rest,
    allow: [...policy.allow, ...allow],
    deny: [...policy.deny, ...deny],
    severity: { ...policy.severity, ...severity }
  };
}
function withGate(policy, option) {
  const gate = {
    ...option.failOn === void 0 ? {} : { failOn: option.failOn },
    ...option.failOnIncomplete === void 0 ? {} : { failOnIncomplete: option.failOnIncomplete },
    ...option.lfsPointers === void 0 ? {} : { lfsPointers: option.lfsPointers }
  };
  return { ...policy, ...gate, scopes: policy.scopes.map(({ path, settings }) => ({ path, settings: { ...settings, ...gate } })) };
}
var PolicyError = class extends Error {
  name = "PolicyError";
};
// src/policy/file/glob.ts
function globProblem(glob) {
  if (glob === "") return "it is empty";
  if (glob.includes("\\")) return "folders are separated by /";
  if (/\{[^{},]*,[^{}]*\}/.test(glob)) return "braces are not supported: write one entry per pattern";
  if (glob.startsWith("!")) return "patterns cannot be negated with !";
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(glob)) return "paths are written as in the report, without . and ..";
  return void 0;
}
function globMatches(glob, path) {
  const pattern = (glob.endsWith("/") ? `${glob}**` : glob).split("/");
  return wild(pattern, path.split("/"), (part) => part === "**", nameMatches);
}
function nameMatches(pattern, name) {
  return wild(
    [...pattern],
    [...name],
    (char) => char === "*",
    (char, other2) => char === "?" || char === other2
  );
}
function wild(pattern, text4, isStar, matches) {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let i = 0; i < text4.length; ) {
    const part = pattern[at];
    if (part !== void 0 && isStar(part)) {
      star = at++;
      taken = i;
    } else if (part !== void 0 && matches(part, text4[i] ?? "")) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++taken;
    } else return false;
  }
  while (at < pattern.length && isStar(pattern[at] ?? "")) at++;
  return at === pattern.length;
}

// src/formats/torch/torch7/signature.ts
var NIL = 0;
var NUMBER = 1;
var STRING = 2;
var TABLE = 3;
var OBJECT = 4;
var TEXT = /^\s*[1-8]\s+\d+\s/;
var TEXT_OBJECT = /^\s*4\s+1\s+3\nV 1\n/;

// src/formats/weights/safetensors/signature.ts
var MAX_HEADER = 1e8;
function headerLength(head) {
  if (head.length < 10) return void 0;
  const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true);
  return length > 1n && length <= Number.MAX_SAFE_INTEGER ? Number(length) : void 0;
}

// src/bytes/errors.ts
var ScanError = class extends Error {
  name = "ScanError";
  why;
  offset;
  constructor(why, message, offset) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
    this.why = why;
    this.offset = offset;
  }
};

// src/wire/protobuf/fields.ts
var VARINT = 0;
var FIXED64 = 1;
var BYTES = 2;
var GROUP_START = 3;
var GROUP_END = 4;
var FIXED32 = 5;
var PIECE = 16 * 1024;
var FIRST_PIECE = 256;
var MAX_DEPTH = 100;
var MAX_VARINT = 10;
var DECODER = new TextDecoder();
var ProtoReader = class {
  source;
  /** Called for each piece that is read; throws to stop. */
  tick;
  piece = new Uint8Array(0);
  step = FIRST_PIECE;
  base = 0;
  limit;
  /** Offset after the number that `varint` read last. */
  after = 0;
  /**
   * `size`: the size of the message where `source` contains only its beginning. Reading past the source throws
   * `truncated`.
   */
  constructor(source, tick = () => void 0, size = source.size) {
    this.source = source;
    this.tick = tick;
    this.limit = size;
  }
  /** Returns the whole input as one message. */
  get root() {
    return { start: 0, end: this.limit, depth: 0 };
  }
  /**
   * Returns the fields of a message in the order of the file. Groups are skipped.
   * @throws {ScanError} `malformed` for bytes that no parser accepts, `truncated` where the input ends within a field,
   * `limit` for deep nesting.
   */
  *fields(message) {
    if (message.depth > MAX_DEPTH) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH} levels`, message.start);
    let at = message.start;
    while (at < message.end) {
      const key = this.varint(at, message.end);
      const number = Math.floor(key / 8);
      const wire = key % 8;
      if (number < 1 || number > 536870911) throw new ScanError("malformed", `there is no field number ${number}`, at);
      at = this.after;
      if (wire === GROUP_START) {
        at = this.skipGroup(at, message.end);
        continue;
      }
      const field3 = this.payload(number, wire, at, message);
      at = wire === VARINT ? this.after : field3.end;
      yield field3;
    }
  }
  /** Returns the bytes of a field as text, cut to `max` bytes. Invalid UTF-8 becomes U+FFFD. */
  text(span, max) {
    return DECODER.decode(this.view(span, max));
  }
  /** Returns a copy of the bytes of a field, cut to `max`. */
  bytes(span, max) {
    return this.view(span, max).slice();
  }
  view(span, max) {
    const length = Math.min(max, span.end - span.start);
    const from = span.start - this.base;
    if (from >= 0 && from + length <= this.piece.length) return this.piece.subarray(from, from + length);
    const bytes = this.source.read(span.start, length);
    if (bytes.length < length) throw new ScanError("truncated", "the file ends within a field", span.start);
    return bytes;
  }
  payload(number, wire, at, message) {
    const depth = message.depth + 1;
    switch (wire) {
      case VARINT:
        return { number, wire, value: this.varint(at, message.end), start: at, end: at, depth };
      case FIXED64:
      case FIXED32: {
        const end = at + (wire === FIXED64 ? 8 : 4);
        this.within(end, at, message.end);
        return { number, wire, value: 0, start: at, end, depth };
      }
      case BYTES: {
        const length = this.varint(at, message.end);
        const start = this.after;
        this.within(start + length, at, message.end);
        return { number, wire, value: 0, start, end: start + length, depth };
      }
      default:
        throw new ScanError("malformed", `there is no wire type ${wire}`, at);
    }
  }
  within(end, at, limit) {
    if (end <= limit) return;
    throw new ScanError(limit === this.limit ? "truncated" : "malformed", "a field is longer than its message", at);
  }
  /** Skips a deprecated group by counting its start and end tags. */
  skipGroup(start, limit) {
    let at = start;
    let open = 1;
    while (open > 0) {
      const key = this.varint(at, limit);
      at = this.after;
      const wire = key % 8;
      if (wire === GROUP_START) open++;
      else if (wire === GROUP_END) open--;
      else {
        const { end } = this.payload(1, wire, at, { start, end: limit, depth: 0 });
        at = wire === VARINT ? this.after : end;
      }
    }
    return at;
  }
  /** Reads the number at `start` and sets `after`. */
  varint(start, limit) {
    let value = 0;
    let scale = 1;
    for (let index2 = 0; index2 < MAX_VARINT; index2++) {
      const at = start + index2;
      if (at >= limit) throw new ScanError(limit === this.limit ? "truncated" : "malformed", "a number is cut off", start);
      const byte = this.byteAt(at);
      value += (byte & 127) * scale;
      if (byte < 128) {
        this.after = at + 1;
        return value;
      }
      scale *= 128;
    }
    throw new ScanError("malformed", `a number has more than ${MAX_VARINT} bytes`, start);
  }
  byteAt(at) {
    const index2 = at - this.base;
    const byte = index2 >= 0 ? this.piece[index2] : void 0;
    if (byte !== void 0) return byte;
    this.tick();
    this.piece = this.source.read(at, this.step);
    this.step = Math.min(PIECE, this.step * 4);
    this.base = at;
    const first2 = this.piece[0];
    if (first2 === void 0) throw new ScanError("truncated", "the file ends within a message", at);
    return first2;
  }
};

// src/bytes/source.ts
function memorySource(bytes) {
  return {
    kind: "source",
    size: bytes.length,
    read: (offset, length) => bytes.subarray(clamp(offset, bytes.length), clamp(offset + length, bytes.length)),
    readInto(target, offset) {
      const part = bytes.subarray(clamp(offset, bytes.length), clamp(offset + target.length, bytes.length));
      target.set(part);
      return part.length;
    }
  };
}
function slice(source, offset, length = source.size - offset) {
  const start = clamp(offset, source.size);
  const size = Math.max(0, Math.min(length, source.size - start));
  return {
    kind: "source",
    size,
    read: (at, count) => {
      const from = clamp(at, size);
      return source.read(start + from, clamp(at + count, size) - from);
    },
    readInto(target, at) {
      const from = clamp(at, size);
      const room = Math.min(target.length, size - from);
      return room <= 0 ? 0 : source.readInto(room === target.length ? target : target.subarray(0, room), start + from);
    }
  };
}
function withCachedTail(source, length) {
  const start = Math.max(0, source.size - length);
  let tail;
  const cached2 = (offset, count) => {
    if (offset < start || tail === void 0 && count < length / 2) return void 0;
    tail ??= source.read(start, length);
    return tail.subarray(Math.min(offset - start, tail.length), Math.min(offset - start + count, tail.length));
  };
  return {
    kind: "source",
    size: source.size,
    read: (offset, count) => cached2(offset, count) ?? source.read(offset, count),
    readInto(target, offset) {
      const part = cached2(offset, target.length);
      if (part === void 0) return source.readInto(target, offset);
      target.set(part);
      return part.length;
    }
  };
}
function concat(parts3) {
  const size = parts3.reduce((sum, part) => sum + part.size, 0);
  const readInto = (target, offset) => {
    let start = 0;
    let done = 0;
    for (const part of parts3) {
      const within = offset + done - start;
      if (done < target.length && within < part.size) {
        const room = target.subarray(done, done + Math.min(target.length - done, part.size - within));
        const got = part.readInto(room, within);
        done += got;
        if (got < room.length) break;
      }
      start += part.size;
    }
    return done;
  };
  return {
    kind: "source",
    size,
    readInto,
    read(offset, length) {
      const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      return target.subarray(0, readInto(target, offset));
    }
  };
}
function clamp(value, size) {
  return Math.max(0, Math.min(value, size));
}

// src/wire/protobuf/shape.ts
var MAX_FIELDS = 1e6;
function likeness(source, shape, promised, size = source.size) {
  const reader = new ProtoReader(source, void 0, size);
  return judge(reader, walkOnce(reader), source.size, size, shape, promised);
}
function walkOnce(reader) {
  const fields = reader.fields(reader.root);
  return () => step(fields);
}
function step(fields) {
  try {
    return fields.next().value ?? void 0;
  } catch (error) {
    if (error instanceof ScanError) return error;
    throw error;
  }
}
function judge(reader, walk, there, size, shape, promised) {
  const whole = size === there;
  let proven = false;
  let strange = 0;
  let fields = 0;
  for (let field3 = walk(0); field3 !== void 0; field3 = walk(fields)) {
    if (field3 instanceof ScanError) return isCut(field3, there, size) && (promised || fields < FEW) ? "unsure" : "no";
    const wire = shape.fields[field3.number];
    if (wire === field3.wire) proven ||= proves(shape, reader, field3);
    else if (wire === void 0 || promised) strange++;
    else return "no";
    if (proven && (promised || strange === 0)) return "yes";
    if (++fields > MAX_FIELDS) return "no";
    if (!whole && field3.end >= there) return promised || fields < FEW ? "unsure" : "no";
  }
  return proven ? "yes" : "no";
}
var FEW = 32;
var MARGIN = 20;
function proves(shape, reader, field3) {
  try {
    return shape.proves(reader, field3);
  } catch (error) {
    if (error instanceof ScanError) return false;
    throw error;
  }
}
function headLikeness(head, size, shape, promised) {
  if (head.length < 2 || !canBegin(head[0] ?? 0, shape, promised)) return "no";
  const { reader, walk, isBroken } = walkHead(head, promised || size === void 0 ? UNBOUNDED : size);
  const first2 = walk(0);
  if (!promised && first2 !== void 0 && !(first2 instanceof ScanError) && shape.fields[first2.number] === void 0 && isBroken())
    return "no";
  const answer = judge(reader, walk, head.length, reader.root.end, shape, promised);
  return (answer === "yes" || answer === "unsure" && (promised || size !== void 0)) && !isText(head) ? "possible" : "no";
}
var lastHeadCache;
function walkHead(head, size) {
  if (lastHeadCache?.head === head && lastHeadCache.size === size) return lastHeadCache;
  const reader = new ProtoReader(memorySource(head), void 0, size);
  const walk = remembered(reader.fields(reader.root));
  let broken;
  const isBroken = () => {
    broken ??= hasBadKey(head) || breaks(walk, head.length, reader.root.end);
    return broken;
  };
  lastHeadCache = { head, size, reader, walk, isBroken };
  return lastHeadCache;
}
function hasBadKey(head) {
  let at = 0;
  while (at < head.length) {
    const key = numberAt(head, at);
    if (key === void 0) return false;
    const wire = key.value % 8;
    const number = Math.floor(key.value / 8);
    if (number < 1 || number > 536870911 || wire === GROUP_END || wire > FIXED32) return true;
    if (wire === GROUP_START) return false;
    const length = wire === VARINT || wire === BYTES ? numberAt(head, key.end) : void 0;
    if (wire === FIXED64) at = key.end + 8;
    else if (wire === FIXED32) at = key.end + 4;
    else if (length === void 0) return false;
    else at = length.end + (wire === BYTES ? length.value : 0);
  }
  return false;
}
function numberAt(head, start) {
  let value = 0;
  let scale = 1;
  for (let at = start; at < start + 5; at++) {
    const byte = head[at];
    if (byte === void 0) return void 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: at + 1 };
    scale *= 128;
  }
  return void 0;
}
function breaks(walk, there, size) {
  for (let index2 = 0; ; index2++) {
    const field3 = walk(index2);
    if (field3 === void 0) return false;
    if (field3 instanceof ScanError) return !isCut(field3, there, size);
    if (size !== there && field3.end >= there) return false;
  }
}
function isCut(error, there, size) {
  return size !== there && error.why === "truncated" && (error.offset ?? 0) > there - MARGIN;
}
function remembered(fields) {
  const taken = [];
  return (index2) => {
    while (taken.length <= index2 && (taken.length === 0 || taken.at(-1) !== void 0)) taken.push(step(fields));
    return taken[index2];
  };
}
function prefilterOf(shape, extensions) {
  return { first: (key) => canBegin(key, shape, false), extensions };
}
function canBegin(key, shape, promised) {
  const wire = key & 7;
  if (wire > 5) return false;
  if (key >= 128) return true;
  const number = key >> 3;
  const expected = shape.fields[number];
  return number > 0 && (promised || expected === void 0 || expected === wire);
}
function isMessage(source, shape, promised) {
  return likeness(source, shape, promised, promised ? UNBOUNDED : source.size) === "yes";
}
var UNBOUNDED = Number.MAX_SAFE_INTEGER;
function isText(head) {
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
function isName(reader, field3, max) {
  if (field3.wire !== BYTES || field3.end === field3.start || field3.end - field3.start > max) return false;
  return reader.bytes(field3, max).every((byte) => byte > 32 && byte < 127);
}

// src/formats/tensorflow/tf-graph/shape.ts
var MAX_NAME = 400;
var graphShape = {
  fields: { 1: BYTES, 2: BYTES, 3: 0, 4: BYTES, 5: BYTES },
  proves: (reader, field3) => field3.number === 1 && isNode(reader, field3) || field3.number === 2 && hasFunction(reader, field3)
};
function isNode(reader, field3) {
  let name = "";
  let operation = "";
  for (const part of reader.fields(field3)) {
    if (part.number === 1 && isName(reader, part, MAX_NAME)) name = reader.text(part, MAX_NAME);
    else if (part.number === 2 && part.wire === BYTES) operation = reader.text(part, MAX_NAME);
    if (name !== "" && OPERATION.test(operation) && !(name.endsWith(".proto") && PACKAGE.test(operation))) return true;
  }
  return false;
}
var OPERATION = /^[A-Za-z_][A-Za-z0-9_>./-]*$/;
var PACKAGE = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;
function hasFunction(reader, library) {
  if (library.wire !== BYTES) return false;
  for (const item of reader.fields(library)) {
    if (item.number !== 1 || item.wire !== BYTES) continue;
    let named = false;
    for (const part of reader.fields(item)) {
      if (part.number === 1 && part.wire === BYTES) named ||= nameIn(reader, part) !== "";
      else if (part.number === 3 && part.wire === BYTES && named && isNode(reader, part)) return true;
    }
  }
  return false;
}
function nameIn(reader, message) {
  let name = "";
  for (const part of reader.fields(message)) if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME);
  return name;
}
// src/formats/tensorflow/tf-graph/signature.ts
var GRAPH_EXTENSIONS = [".pb"];
var META_EXTENSIONS = [".meta"];
var metaGraphShape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES },
  proves: (reader, field3) => field3.number === 2 && isGraph(reader, field3)
};
function isGraph(reader, field3) {
  for (const part of reader.fields(field3)) {
    if (part.number === 1 && graphShape.proves(reader, part)) return true;
    if (part.number === 2 && part.wire === BYTES) {
      for (const item of reader.fields(part)) if (item.number === 1 && item.wire === BYTES) return true;
    }
  }
  return false;
}
function hasExtension(probe, extensions) {
  return extensions.includes(probe.extension);
}
function isMetaGraph(reader, field3) {
  for (const part of reader.fields(field3)) if (part.number === 2 && part.wire === BYTES && isGraph(reader, part)) return true;
  return false;
}

// src/formats/tensorflow/savedmodel/signature.ts
var savedModelShape = {
  fields: { 1: VARINT, 2: BYTES },
  proves: (reader, field3) => field3.number === 2 && isMetaGraph(reader, field3)
};
var metadataShape = {
  fields: { 1: BYTES },
  proves(reader, field3) {
    for (const part of reader.fields(field3)) {
      if (part.number < 2 || part.number > 6) return false;
      if (part.number === 4) return part.wire === BYTES && /^_?[A-Za-z_]{2,80}$/.test(reader.text(part, 100));
    }
    return false;
  }
};

// src/formats/tensorflow/tf-graph-text/signature.ts
var EXTENSIONS = [".pbtxt", ".pbtext", ".textproto"];
function isComments(head) {
  const text4 = new TextDecoder().decode(head);
  return text4.includes("#") && text4.replace(/#[^\n]*/g, "").trim() === "";
}

// src/formats/tensorflow/tfjs/signature.ts
var MENTION = /"(?:modelTopology|weightsManifest)"\s*:/;
function mentionsModel(head) {
  return MENTION.test(new TextDecoder().decode(head).replaceAll("\0", ""));
}

// src/python/once.ts
function once(make) {
  let built;
  return () => {
    built ??= { value: make() };
    return built.value;
  };
}
// src/python/danger/aliases.ts
var reexports = [
  "six.moves.",
  "future.moves.",
  "pip._vendor.",
  "pkg_resources.extern.",
  "setuptools._vendor.",
  "setuptools.extern.",
  "requests.packages."
];
var moduleAliases = {
  _pickle: "pickle",
  _codecs: "codecs",
  "past.builtins": "builtins",
  "future.builtins": "builtins",
  "six.moves": "builtins",
  "os.path": "posixpath",
  riscos: "os"
};
var python2Modules = {
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  SimpleHTTPServer: "http.server",
  DocXMLRPCServer: "xmlrpc.server",
  SimpleXMLRPCServer: "xmlrpc.server",
  SocketServer: "socketserver",
  StringIO: "io",
  Tkinter: "tkinter",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
  __builtin__: "builtins",
  _winreg: "winreg",
  anydbm: "dbm",
  cPickle: "pickle",
  cStringIO: "io",
  commands: "subprocess",
  cookielib: "http.cookiejar",
  copy_reg: "copyreg",
  dbhash: "dbm",
  dumbdbm: "dbm",
  exceptions: "builtins",
  gdbm: "dbm",
  httplib: "http.client",
  robotparser: "urllib.robotparser",
  thread: "_thread",
  urllib2: "urllib.request",
  whichdb: "dbm",
  xmlrpclib: "xmlrpc"
};
// src/python/danger/libraries-code.ts
var librariesCode = [
  {
    effect: "program",
    source: "documentation of the packages: tools that start programs, and installers",
    names: {
      pip: "main *",
      sh: "*",
      plumbum: "*",
      invoke: "*",
      fabric: "*",
      docker: "*",
      ansible: "*",
      conda: "*",
      virtualenv: "*",
      pexpect: "*",
      ptyprocess: "*"
    }
  },
  {
    effect: "program",
    ordinary: "source config",
    source: "source code of PyTorch, joblib, GitPython, Ray and others: modules of them start processes; programs are launched, built and measured with them",
    names: {
      "torch.utils.collect_env": "*",
      "torch.utils.cpp_extension": "*",
      "torch.utils._cpp_extension_versioner": "*",
      "torch.utils.hipify": "*",
      "torch.distributed.run": "*",
      "torch.distributed.launch": "*",
      "torch.distributed.launcher": "*",
      "torch.distributed.elastic": "*",
      "torch.multiprocessing": "*",
      "numpy.distutils": "*",
      "numpy.f2py": "*",
      "joblib.externals": "*",
      "joblib.parallel": "*",
      "joblib.pool": "*",
      "joblib.executor": "*",
      "joblib._parallel_backends": "*",
      joblib: "Parallel delayed parallel_backend parallel_config",
      loky: "*",
      setuptools: "*",
      _distutils_hack: "*",
      pkg_resources: "*",
      wheel: "*",
      psutil: "*",
      git: "*",
      dulwich: "*",
      fire: "*",
      "nltk.internals": "*",
      "gensim.models.wrappers": "*",
      "deepspeed.launcher": "*",
      "mlflow.projects": "*",
      "PIL.ImageShow": "*",
      "PIL.ImageGrab": "*",
      "PIL.EpsImagePlugin": "*",
      ray: "*",
      celery: "*",
      dask: "*",
      distributed: "*",
      pyspark: "SparkContext cloudpickle serializers"
    }
  },
  {
    effect: "program",
    ordinary: "source",
    source: "gunicorn/app/base.py runs a configuration in the current folder; constructors of distlib/index.py and matplotlib start programs on the path",
    names: {
      gunicorn: "*",
      "distlib.index": "*",
      "distlib.scripts": "*",
      "matplotlib.backends.backend_pgf": "LatexManager",
      "matplotlib.testing": "*"
    }
  },
  {
    effect: "code",
    ordinary: "source bytecode config",
    source: "source code of NumPy, pandas, PyTorch, Keras and toolz: they call their argument, which in code is a function of that code",
    names: {
      torch: "compile",
      "torch.jit": "script trace trace_module script_method",
      numpy: "apply_along_axis apply_over_axes piecewise fromfunction frompyfunc seterrcall",
      "pandas.core.frame": "DataFrame.apply DataFrame.pipe DataFrame.applymap DataFrame.transform",
      "pandas.core.series": "Series.apply Series.pipe Series.map Series.transform",
      "numpy.testing": "*",
      "torch.testing": "*",
      "attr._make": "_compile_and_eval _make_method _script_to_method",
      decorator: "FunctionMaker",
      six: "reraise",
      "keras.layers": "Lambda",
      "keras.layers.core": "Lambda",
      "keras.layers.core.lambda_layer": "Lambda",
      "keras.src.layers.core.lambda_layer": "Lambda",
      "tensorflow.keras.layers": "Lambda",
      toolz: "curry pipe compose thread_first thread_last juxt",
      cytoolz: "curry pipe compose thread_first thread_last juxt"
    }
  },
  {
    effect: "code",
    ordinary: "source",
    source: "source code and documentation of the packages: each evaluates or compiles text, or has a module that does",
    names: {
      "torch._dynamo": "*",
      "torch._inductor": "*",
      "torch._export": "*",
      "torch.fx.graph_module": "*",
      "torch.fx.experimental": "*",
      "torch.fx._lazy_graph_module": "*",
      "torch.jit.annotations": "*",
      "torch.jit.frontend": "*",
      "torch.jit.unsupported_tensor_ops": "*",
      "torch.jit._monkeytype_config": "*",
      "torch.utils.bottleneck": "*",
      "torch.utils.benchmark": "*",
      "torch.utils.data.datapipes": "*",
      "torch.distributed.rpc": "*",
      "torch.distributed.nn": "*",
      "torch._numpy.testing": "*",
      torch_utils: "*",
      dnnlib: "* !EasyDict !util.EasyDict",
      "tflib.network": "*",
      tfutil: "Network",
      pandas: "eval",
      "pandas.core.computation": "*",
      "pandas.core.frame": "DataFrame.eval DataFrame.query",
      "pandas.util._tester": "*",
      numexpr: "*",
      "scipy.weave": "*",
      weave: "*",
      "scipy.LowLevelCallable": "*",
      "scipy._lib._ccallback": "*",
      "sklearn.utils._testing": "*",
      "sklearn.utils.testing": "*",
      sympy: "sympify parse_expr lambdify S",
      "sympy.utilities.lambdify": "*",
      "sympy.utilities.autowrap": "*",
      "sympy.parsing": "*",
      "sympy.core.sympify": "*",
      "PIL.ImageMath": "*",
      IPython: "*",
      ipykernel: "*",
      jupyter_client: "*",
      nbconvert: "*",
      pytest: "*",
      _pytest: "*",
      nose: "*",
      py: "*",
      Cython: "*",
      pyximport: "*",
      asteval: "*",
      RestrictedPython: "*",
      jinja2: "*",
      mako: "*",
      six: "exec_",
      "future.utils": "exec_",
      "numba.core.serialize": "*",
      "numba.pycc": "*",
      "keras.utils": "func_load get_file",
      "keras.utils.generic_utils": "func_load",
      "keras.src.utils.python_utils": "func_load",
      tensorflow: "py_function numpy_function py_func load_op_library load_library",
      "tensorflow.python.ops.script_ops": "*",
      "mlflow.pyfunc": "* !model.PythonModel",
      "transformers.tools": "*",
      "transformers.agents": "*"
    }
  },
  {
    effect: "changes",
    source: "tensorflow/python/platform/googletest.py: its finaliser sets attributes of the object in its state",
    names: { "tensorflow.python.platform.googletest": "*" }
  },
  {
    effect: "makes",
    source: "source code of cloudpickle and dill: they load pickles, which build functions",
    names: {
      cloudpickle: "load loads",
      "cloudpickle.cloudpickle": "load loads",
      dill: "load loads load_session load_module Unpickler",
      "dill._dill": "load loads Unpickler"
    }
  },
  {
    effect: "makes",
    ordinary: "source",
    source: "source code of cloudpickle, dill, pyffi and attrs",
    names: {
      cloudpickle: "* !cloudpickle._make_dict_keys !cloudpickle._make_dict_values",
      dill: "*",
      "dill._dill": "* !_load_type !_create_array",
      "dill.settings": "*",
      pyffi: "*",
      "attr._compat": "make_set_closure_cell"
    }
  }
];
// src/python/danger/libraries-loaders.ts
var librariesLoaders = [
  {
    effect: "pickle",
    ordinary: "source config",
    source: "source code of the packages: each unpickles a file; programs and their configurations load their own models",
    names: {
      torch: "load",
      "torch.serialization": "load _load _legacy_load add_safe_globals safe_globals set_default_load_endianness register_package",
      "torch.package": "*",
      "torch._weights_only_unpickler": "*",
      "torch.distributed._serialization": "*",
      "torch.distributed.checkpoint.state_dict_loader": "*",
      "torch.utils.show_pickle": "*",
      "torch.utils.model_dump": "*",
      "torch.jit": "load jit_module_from_flatbuffer",
      "torch.jit._serialization": "*",
      "torch.jit.mobile": "*",
      "torch.ao.quantization.fx.utils": "load_arg",
      numpy: "load",
      "numpy.lib.npyio": "*",
      "numpy.lib._npyio_impl": "*",
      "numpy.lib.format": "read_array open_memmap",
      "numpy.lib._format_impl": "read_array open_memmap",
      "numpy.compat": "*",
      joblib: "load _pickle_load",
      "joblib.numpy_pickle": "load load_temporary_memmap read_array _unpickle NumpyUnpickler NumpyPickler",
      "joblib.numpy_pickle_compat": "load load_compatibility NumpyUnpickler ZipNumpyUnpickler read_zfile",
      "joblib.memory": "* !Memory",
      "joblib._store_backends": "*",
      "joblib._memmapping_reducer": "*",
      pandas: "read_pickle to_pickle read_hdf",
      "pandas.compat.pickle_compat": "load loads Unpickler load_reduce load_newobj load_newobj_ex load_build patch_pickle",
      "nltk.data": "*",
      "nltk.corpus.reader.util": "PickleCorpusView",
      nltk: "download load",
      "gensim.utils": "unpickle SaveLoad.load",
      "statsmodels.iolib.smpickle": "*",
      "networkx.readwrite.gpickle": "*",
      networkx: "read_gpickle write_gpickle",
      jsonpickle: "*",
      klepto: "*",
      srsly: "*",
      paddle: "load",
      tensorflow: "saved_model.load keras.models.load_model",
      "tensorflow.keras.models": "load_model",
      "tensorflow.saved_model": "load",
      "keras.models": "load_model model_from_json model_from_yaml model_from_config clone_model",
      "keras.saving": "*",
      "keras.src.saving": "*",
      "keras.config": "enable_unsafe_deserialization",
      "keras.src.legacy.saving": "*",
      yaml: "*",
      ruamel: "*",
      ruamel_yaml: "*",
      mlflow: "* !models.signature._TypeHints",
      bentoml: "*",
      skops: "*",
      "lightning.fabric.utilities.cloud_io": "*",
      "pytorch_lightning.utilities.cloud_io": "*"
    }
  },
  {
    effect: "imports",
    ordinary: "source",
    source: "source code of the packages: each imports a module by a name in text",
    names: {
      "cloudpickle.cloudpickle": "subimport dynamic_subimport",
      "dill._dill": "_import_module",
      "torch._utils": "_import_dotted_name",
      "torch.utils._config_module": "*",
      "torch._utils_internal": "*",
      "xgboost.compat": "LazyLoader lazy_isinstance",
      imblearn: "LazyLoader",
      hydra: "*",
      "pydantic.utils": "import_string",
      "werkzeug.utils": "import_string",
      "django.utils.module_loading": "*",
      "tornado.util": "import_object exec_in",
      "twisted.python.reflect": "*",
      "zope.dottedname.resolve": "*",
      six: "_import_module",
      "astropy.utils.misc": "resolve_name",
      "transformers.dynamic_module_utils": "*",
      "transformers.processing_utils": "_LazyAutoProcessorMapping",
      "diffusers.utils.dynamic_modules_utils": "*",
      "sentence_transformers.util": "import_from_string",
      "spacy.util": "*"
    }
  },
  {
    effect: "native",
    ordinary: "source config",
    source: "source code of the packages; programs and exported graphs call operators and run other models",
    names: {
      "torch.ops": "*",
      "torch._ops": "*",
      "torch.classes": "*",
      "torch._classes": "*",
      "torch.library": "*",
      torch: "ops classes",
      "numpy.ctypeslib": "*",
      llvmlite: "*",
      onnxruntime: "*"
    }
  },
  {
    effect: "native",
    source: "cffi.readthedocs.io: opens libraries by name",
    names: { cffi: "*", _cffi_backend: "*" }
  }
];
// src/python/danger/libraries-reach.ts
var librariesReach = [
  {
    effect: "files",
    ordinary: "source config",
    source: "documentation of the packages: input and output; programs read their data",
    names: {
      torch: "save from_file",
      "torch.serialization": "save _save _legacy_save",
      "torch.storage": "UntypedStorage.from_file TypedStorage.from_file _UntypedStorage.from_file",
      "torch.jit": "save",
      "torch._C": "PyTorchFileReader PyTorchFileWriter _VariableFunctionsClass.from_file import_ir_module",
      "torch.utils.tensorboard": "*",
      "torch.onnx": "*",
      "torchvision.io": "*",
      "torchvision.datasets": "*",
      torchaudio: "load save info",
      numpy: `save savez savez_compressed savetxt loadtxt genfromtxt fromfile fromregex memmap DataSource ndarray.tofile ndarray.dump
        recfromcsv recfromtxt`,
      "numpy.core.memmap": "*",
      "numpy.core.multiarray": "fromfile",
      "numpy.core._multiarray_umath": "fromfile",
      "numpy.core.records": "fromfile",
      "numpy.lib._datasource": "*",
      "numpy.lib.format": "write_array",
      joblib: "dump Memory",
      "joblib.numpy_pickle": "dump write_array",
      "joblib.disk": "*",
      "scipy.io": "loadmat savemat whosmat readsav mmread mmwrite mminfo hb_read hb_write netcdf_file FortranFile",
      "scipy.io.wavfile": "*",
      "scipy.io.arff": "*",
      "scipy.datasets": "*",
      "scipy.sparse": "load_npz save_npz",
      "scipy.sparse._matrix_io": "*",
      "sklearn.datasets": `load_files load_svmlight_file load_svmlight_files dump_svmlight_file fetch_openml fetch_20newsgroups fetch_california_housing
        fetch_covtype fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people fetch_olivetti_faces fetch_rcv1 fetch_species_distributions clear_data_home
        get_data_home`,
      pandas: `read_csv read_table read_fwf read_excel read_json read_html read_xml read_parquet read_feather read_orc read_sas read_spss read_stata
        read_sql read_sql_query read_sql_table read_gbq read_clipboard HDFStore ExcelFile ExcelWriter`,
      "pandas.io": "*",
      "omegaconf.omegaconf": "OmegaConf.load OmegaConf.save",
      "PIL.Image": "open Image.save",
      cv2: "imread imwrite VideoCapture VideoWriter FileStorage dnn",
      imageio: "*",
      h5py: "*",
      tables: "*",
      netCDF4: "*",
      zarr: "*",
      lmdb: "*",
      pyarrow: `* !lib.DictionaryScalar !lib.DictionaryScalar._reconstruct !lib.KeyValueMetadata !lib._reconstruct_record_batch !lib._reconstruct_table
        !lib._restore_array !lib.binary !lib.bool8 !lib.chunked_array !lib.decimal128 !lib.decimal256 !lib.decimal32 !lib.decimal64 !lib.dictionary
        !lib.field !lib.fixed_shape_tensor !lib.json_ !lib.large_list !lib.large_list_view !lib.list_ !lib.list_view !lib.map_ !lib.opaque
        !lib.py_buffer !lib.run_end_encoded !lib.scalar !lib.schema !lib.struct !lib.timestamp !lib.type_for_alias !lib.union !lib.uuid`,
      fsspec: "*",
      "astropy.io": "*",
      "xarray.backends": "*",
      xarray: "open_dataset open_dataarray open_mfdataset open_zarr load_dataset",
      "networkx.readwrite": "*",
      onnx: "load load_model save save_model",
      dotenv: "*",
      sqlalchemy: "*"
    }
  },
  {
    effect: "files",
    ordinary: "source config",
    source: "source code of the packages: `__setstate__`, finalisers and constructors open, create or remove files and folders that the state names",
    names: {
      diskcache: "*",
      sqlitedict: "*",
      huey: "*",
      zipp: "*",
      gitdb: "*",
      smmap: "*",
      filelock: "*",
      "fontTools.ttLib": "*",
      "transformers.integrations.integration_utils": "NeptuneCallback",
      "tensorflow.python.data.experimental.kernel_tests": "*"
    }
  },
  {
    effect: "network",
    source: "documentation of the packages: clients of web servers and shells",
    names: {
      requests: "get post put patch delete request Session *",
      urllib3: "*",
      httpx: "*",
      httpcore: "*",
      httplib2: "*",
      aiohttp: "*",
      websocket: "*",
      websockets: "*",
      pycurl: "*",
      paramiko: "*"
    }
  },
  {
    effect: "network",
    ordinary: "source config",
    source: "documentation of the packages; programs fetch models and data, log their runs and serve",
    names: {
      "torch.hub": "*",
      "torch.utils.model_zoo": "*",
      tornado: "*",
      twisted: "*",
      boto: "*",
      boto3: "*",
      botocore: "*",
      s3fs: "*",
      gcsfs: "*",
      adlfs: "*",
      smart_open: "*",
      huggingface_hub: "*",
      wandb: "*",
      clearml: "*",
      comet_ml: "*",
      selenium: "*",
      flask: "*",
      uvicorn: "*",
      gradio: "*",
      pymongo: "*",
      redis: "*",
      psycopg2: "*",
      pymysql: "*",
      MySQLdb: "*",
      zmq: "*",
      dns: "*",
      "nltk.downloader": "*",
      "gensim.downloader": "*",
      "astropy.utils.data": "*",
      "transformers.utils.hub": "*",
      "transformers.file_utils": "cached_path get_from_cache",
      transformers: `pipeline AutoConfig AutoTokenizer AutoProcessor AutoImageProcessor AutoFeatureExtractor AutoModel AutoModelForCausalLM
        AutoModelForSeq2SeqLM AutoModelForSequenceClassification AutoModelForTokenClassification AutoModelForQuestionAnswering
        AutoModelForMaskedLM AutoModelForImageClassification`,
      "sklearn.datasets._openml": "*"
    }
  },
  {
    effect: "scanner",
    source: "README of each: they hook or replace the unpickler",
    names: {
      fickling: "*",
      picklescan: "*",
      modelscan: "*",
      modelaudit: "*",
      saferpickle: "*",
      model_unpickler: "*"
    }
  }
];
// src/python/danger/stdlib.ts
var stdlib = [
  {
    effect: "program",
    source: "library reference: os (process management), subprocess, pty, webbrowser; Lib/_osx_support.py and others call os.popen or os.system",
    names: {
      os: `system popen popen2 popen3 popen4 spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe execl execle execlp execlpe execv execve
        execvp execvpe posix_spawn posix_spawnp startfile fork forkpty kill killpg`,
      posix: "system popen execv execve fork forkpty posix_spawn posix_spawnp kill *",
      nt: "system popen startfile execv execve spawnv spawnve kill *",
      ce: "*",
      os2: "*",
      subprocess: "Popen check_call check_output getoutput getstatusoutput *",
      commands: "getoutput getstatusoutput *",
      popen2: "popen2 popen3 popen4 *",
      posixfile: "*",
      pty: "fork *",
      pipes: "*",
      mailcap: "*",
      _posixsubprocess: "*",
      _winapi: "*",
      _subprocess: "*",
      _osx_support: "*",
      _aix_support: "*",
      _bootsubprocess: "*",
      _pyrepl: "*",
      platform: "popen _popen _syscmd_uname _syscmd_file _syscmd_ver",
      uuid: `_get_command_stdout _popen _ifconfig_getnode _ip_getnode _arp_getnode _lanscan_getnode _netstat_getnode _unix_getnode
        _ipconfig_getnode _netbios_getnode _find_mac _find_mac_near_keyword _find_mac_under_heading`,
      asyncio: "create_subprocess_shell create_subprocess_exec subprocess",
      imaplib: "IMAP4_stream",
      webbrowser: "*",
      antigravity: "*",
      ensurepip: "*",
      venv: "*",
      pydoc: "*",
      _pydoc: "*",
      "test.support": "*",
      "test.libregrtest": "*",
      "test.regrtest": "*",
      "test.script_helper": "*",
      "test.test_support": "*",
      "ctypes.util": "*",
      distutils: "*"
    }
  },
  {
    effect: "program",
    ordinary: "template",
    source: "library reference: subprocess, pty, webbrowser; templates have methods with these names",
    names: {
      subprocess: "call run",
      pty: "spawn",
      webbrowser: "open open_new open_new_tab get"
    }
  },
  {
    effect: "program",
    ordinary: "source bytecode template config",
    source: "library reference: os also has paths and variables; platform and uuid start a program only as a last resort",
    names: {
      os: "* !stat_result !statvfs_result !terminal_size !times_result !uname_result",
      platform: "* !uname_result",
      uuid: "getnode uuid1 main",
      // Setup scripts and version checks import these.
      distutils: "version util.strtobool log errors",
      pydoc: "getdoc"
    }
  },
  {
    effect: "code",
    source: "library reference: Custom Python Interpreters, Debugging and Profiling, Importing Modules; each takes code as text",
    names: {
      builtins: "eval exec execfile compile __import__",
      runpy: "run_path run_module _run_code _run_module_code *",
      code: "*",
      codeop: "*",
      bdb: "*",
      pdb: "*",
      timeit: "*",
      trace: "*",
      profile: "*",
      cProfile: "*",
      hotshot: "*",
      _hotshot: "*",
      _lsprof: "*",
      rlcompleter: "*",
      idlelib: "*",
      lib2to3: "*",
      turtledemo: "*",
      compiler: "*",
      compileall: "*",
      py_compile: "*",
      cgitb: "*",
      rexec: "*",
      Bastion: "*",
      _xxsubinterpreters: "*",
      _interpreters: "*",
      _xxinterpchannels: "*",
      _interpchannels: "*",
      interpreters: "*",
      "concurrent.interpreters": "*",
      _testcapi: "*",
      _testinternalcapi: "*",
      _testlimitedcapi: "*",
      "test.pythoninfo": "*"
    }
  },
  {
    effect: "code",
    ordinary: "template",
    source: "library reference: code, codeop, pdb, timeit, profile; templates have methods with these names",
    names: {
      code: "InteractiveInterpreter InteractiveConsole interact",
      codeop: "compile_command",
      pdb: "run runeval runcall",
      timeit: "timeit repeat Timer",
      profile: "run runctx",
      cProfile: "run runctx"
    }
  },
  {
    effect: "code",
    ordinary: "source bytecode template",
    source: "library reference: Built-in Functions; programs debug and reload with them, without text from a file",
    names: { builtins: "apply breakpoint input raw_input reload help" }
  },
  {
    effect: "code",
    ordinary: "source bytecode template config",
    source: "library reference; programs measure, debug and declare with them, without text from a file",
    names: {
      pdb: "set_trace post_mortem pm",
      timeit: "default_timer",
      profile: "Profile",
      cProfile: "Profile",
      dataclasses: "_create_fn _FuncBuilder make_dataclass _process_class dataclass",
      typing: "_eval_type get_type_hints evaluate_forward_ref ForwardRef._evaluate",
      annotationlib: "*",
      "logging.config": "*",
      unittest: "*",
      doctest: "*"
    }
  },
  {
    effect: "code",
    ordinary: "source",
    source: "Modules/_tkinter.c evaluates Tcl; programs open windows",
    names: { tkinter: "*", _tkinter: "*", turtle: "*" }
  },
  {
    effect: "makes",
    source: "library reference: marshal",
    names: { marshal: "load loads *" }
  },
  {
    effect: "makes",
    ordinary: "config",
    source: "library reference of Python 2.7: new; in text, it is a word",
    names: { new: "function code instancemethod classobj module" }
  },
  {
    effect: "makes",
    ordinary: "source config",
    source: "library reference: types; programs compare types with them",
    names: {
      types: `FunctionType LambdaType CodeType MethodType ModuleType FrameType TracebackType CellType CoroutineType new_class prepare_class coroutine
        DynamicClassAttribute ClassMethodDescriptorType GetSetDescriptorType MemberDescriptorType WrapperDescriptorType MethodWrapperType
        MethodDescriptorType BuiltinFunctionType BuiltinMethodType`
    }
  },
  {
    effect: "pickle",
    source: "library reference: pickle",
    names: { pickle: "load loads Unpickler _Unpickler _load _loads" }
  },
  {
    effect: "pickle",
    ordinary: "source bytecode config",
    source: "library reference: pickle; writing a pickle is harmless",
    names: {
      marshal: "dump dumps version",
      pickle: "* !PickleError !PicklingError !UnpicklingError !PickleBuffer"
    }
  },
  {
    effect: "pickle",
    ordinary: "source",
    source: "library reference: shelve",
    names: { shelve: "*" }
  },
  {
    effect: "imports",
    source: "library reference: Importing Modules; each finds or runs a module by name or path",
    names: {
      _frozen_importlib: "*",
      _frozen_importlib_external: "*",
      _imp: "*",
      imp: "load_source load_module load_dynamic load_compiled load_package init_builtin init_frozen",
      ihooks: "*",
      imputil: "*",
      pkgutil: "resolve_name get_loader find_loader ImpImporter ImpLoader read_code",
      modulefinder: "*",
      zipimport: "*",
      sitecustomize: "*",
      usercustomize: "*",
      "xmlrpc.server": "*"
    }
  },
  {
    effect: "imports",
    ordinary: "source template",
    source: "library reference: importlib, imp; it runs a module again; templates have methods with this name",
    names: { importlib: "reload", imp: "reload" }
  },
  {
    effect: "imports",
    ordinary: "template config",
    source: "Lib/site.py: it runs lines of path files; in text, it is a word",
    names: { site: "addpackage addsitedir execsitecustomize execusercustomize main" }
  },
  {
    effect: "imports",
    ordinary: "source",
    source: "library reference: Importing Modules; packages import their own modules by name",
    names: { importlib: "import_module __import__ *", imp: "*", pkgutil: "*", site: "*" }
  }
];
// src/python/danger/stdlib-program.ts
var stdlibProgram = [
  {
    effect: "attributes",
    ordinary: "source bytecode",
    source: "library reference: Built-in Functions",
    names: { builtins: "vars globals locals str.format str.format_map", __builtin__: "unicode.format" }
  },
  {
    effect: "attributes",
    ordinary: "source bytecode config",
    source: "library reference: string, inspect, gc; in text, these are words",
    names: {
      string: "Formatter",
      inspect: "* !Signature !Parameter !_ParameterKind !BoundArguments !_empty !ArgSpec !FullArgSpec !ArgInfo",
      gc: "*",
      "unittest.mock": "*"
    }
  },
  {
    effect: "attributes",
    ordinary: "source bytecode template config",
    source: "library reference: Built-in Functions; it returns names only",
    names: { builtins: "dir" }
  },
  {
    effect: "calls",
    source: "library reference: asyncore, asynchat, socketserver; Lib/sched.py; Modules/signalmodule.c",
    names: { sched: "*", _signal: "*", asyncore: "*", asynchat: "*", socketserver: "*" }
  },
  {
    effect: "calls",
    ordinary: "source",
    source: "library reference: Concurrent Execution, atexit; programs run their own functions in threads and processes",
    names: {
      atexit: "*",
      threading: "Thread Timer settrace setprofile settrace_all_threads setprofile_all_threads excepthook _start_new_thread _start_joinable_thread",
      _thread: "*",
      _dummy_thread: "*",
      dummy_threading: "*",
      "concurrent.futures": "*",
      multiprocessing: "Process *",
      _multiprocessing: "*",
      asyncio: "*",
      _asyncio: "*"
    }
  },
  {
    effect: "calls",
    ordinary: "source config",
    source: "library reference: signal; in text, it is a word",
    names: {
      signal: `signal raise_signal alarm setitimer pthread_kill pthread_sigmask set_wakeup_fd siginterrupt sigwait pause default_int_handler
        sigqueue pidfd_send_signal`
    }
  },
  {
    effect: "calls",
    ordinary: "source bytecode config",
    source: "library reference: contextlib, weakref, itertools, functools, operator, csv; in code, the callback is a function of that code",
    names: {
      contextlib: "ExitStack AsyncExitStack",
      weakref: "finalize",
      itertools: "starmap filterfalse takewhile dropwhile groupby accumulate imap ifilter",
      functools: "cmp_to_key singledispatch singledispatchmethod cached_property update_wrapper wraps",
      operator: "call",
      csv: "DictWriter"
    }
  },
  {
    effect: "changes",
    ordinary: "source bytecode",
    source: "library reference: Built-in Functions",
    names: { builtins: "setattr delattr" }
  },
  {
    effect: "changes",
    ordinary: "source bytecode config",
    source: "library reference: sys, copyreg, logging, warnings; programs read and change their own settings",
    names: {
      sys: "* !intern !maxsize !maxint !float_info !hash_info !int_info !thread_info !version_info",
      operator: "setitem delitem iconcat",
      copyreg: `add_extension remove_extension clear_extension_cache pickle constructor dispatch_table _extension_registry _inverted_registry
        _extension_cache`,
      logging: "setLoggerClass setLogRecordFactory addLevelName captureWarnings basicConfig shutdown",
      warnings: "showwarning formatwarning simplefilter filterwarnings catch_warnings"
    }
  },
  {
    effect: "changes",
    ordinary: "source",
    source: "library reference: Unix-specific Services, faulthandler",
    names: { faulthandler: "*", resource: "*", fcntl: "*", syslog: "*" }
  },
  {
    effect: "stops",
    ordinary: "source bytecode template",
    source: "library reference: Constants added by the site module",
    names: { builtins: "exit quit", _sitebuiltins: "*" }
  },
  {
    effect: "native",
    source: "library reference: ctypes; Modules/_ctypes",
    names: { ctypes: "CDLL PyDLL WinDLL OleDLL cdll pydll windll oledll LibraryLoader *", _ctypes: "*", _ctypes_test: "*", dl: "*" }
  },
  {
    effect: "native",
    ordinary: "source",
    source: "library reference: mmap, msvcrt",
    names: { msvcrt: "*", mmap: "*" }
  }
];
// src/python/danger/stdlib-reach.ts
var stdlibReach = [
  {
    effect: "files",
    ordinary: "source",
    source: "library reference: File and Directory Access, Data Persistence, Data Compression and Archiving; programs read and write files",
    names: {
      builtins: "open file",
      os: "open remove unlink rmdir removedirs rename replace renames chmod chown link symlink mkfifo truncate putenv unsetenv",
      shutil: "rmtree move copytree chown unpack_archive *",
      pathlib: `Path.open Path.read_text Path.read_bytes Path.write_text Path.write_bytes Path.touch Path.mkdir Path.unlink Path.rmdir Path.rename
        Path.replace Path.chmod Path.lchmod Path.symlink_to Path.hardlink_to Path.link_to Path.iterdir Path.glob Path.rglob Path.walk Path.copy
        Path.copy_into Path.move Path.move_into PosixPath.open PosixPath.read_text PosixPath.read_bytes PosixPath.write_text PosixPath.write_bytes
        PosixPath.touch PosixPath.mkdir PosixPath.unlink PosixPath.rmdir PosixPath.rename PosixPath.replace PosixPath.chmod PosixPath.lchmod
        PosixPath.symlink_to PosixPath.hardlink_to PosixPath.link_to PosixPath.iterdir PosixPath.glob PosixPath.rglob PosixPath.walk PosixPath.copy
        PosixPath.copy_into PosixPath.move PosixPath.move_into WindowsPath.open WindowsPath.read_text WindowsPath.read_bytes WindowsPath.write_text
        WindowsPath.write_bytes WindowsPath.touch WindowsPath.mkdir WindowsPath.unlink WindowsPath.rmdir WindowsPath.rename WindowsPath.replace
        WindowsPath.chmod WindowsPath.symlink_to WindowsPath.hardlink_to WindowsPath.iterdir WindowsPath.glob WindowsPath.rglob`
    }
  },
  {
    effect: "files",
    source: "Modules/posixmodule.c: os re-exports these functions",
    names: {
      posix: "open remove unlink rmdir rename replace chmod chown link symlink mkfifo truncate putenv unsetenv",
      nt: "open remove unlink rmdir rename replace chmod link symlink truncate putenv unsetenv"
    }
  },
  {
    effect: "files",
    ordinary: "source config",
    source: "library reference: as above; configurations name file classes, and handlers that write logs",
    names: {
      io: "open open_code FileIO OpenWrapper TextIOWrapper BufferedReader BufferedWriter BufferedRandom",
      tempfile: "*",
      fileinput: "*",
      linecache: "*",
      tokenize: "open",
      codecs: "open EncodedFile StreamReaderWriter",
      gzip: "open GzipFile",
      bz2: "open BZ2File",
      lzma: "open LZMAFile",
      zipfile: "*",
      zipapp: "*",
      tarfile: "*",
      mailbox: "*",
      netrc: "*",
      filecmp: "*",
      glob: "glob iglob glob0 glob1",
      dircache: "*",
      configparser: "ConfigParser.read RawConfigParser.read SafeConfigParser.read",
      logging: "FileHandler StreamHandler Logger._log Logger.addHandler Filterer.filter",
      "logging.handlers": "*",
      sqlite3: "*",
      _sqlite3: "*",
      dbm: "*",
      _dbm: "*",
      _gdbm: "*",
      bsddb: "*",
      _bsddb: "*",
      "xml.dom.minidom": "parse",
      "xml.dom.pulldom": "parse",
      "xml.dom.expatbuilder": "parse",
      "xml.sax": "*",
      "xml.etree.ElementTree": "parse iterparse ElementTree.parse ElementTree.write",
      "xml.etree.cElementTree": "parse iterparse",
      "xml.etree.ElementInclude": "*",
      wave: "open",
      aifc: "open",
      sunau: "open",
      pstats: "Stats",
      "json.tool": "*",
      pwd: "*",
      grp: "*",
      spwd: "*",
      getpass: "*",
      winreg: "*",
      msilib: "*"
    }
  },
  {
    effect: "network",
    source: "library reference: Networking and Interprocess Communication, Internet Protocols and Support",
    names: {
      socket: "socket create_connection create_server socketpair * !AddressFamily !SocketKind",
      _socket: "*",
      ssl: "*",
      _ssl: "*",
      "http.client": "*",
      "http.server": "*",
      "http.cookiejar": "*",
      "urllib.request": "urlopen urlretrieve Request *",
      "urllib.robotparser": "*",
      urllib: "urlopen urlretrieve URLopener FancyURLopener",
      ftplib: "*",
      poplib: "*",
      imaplib: "*",
      nntplib: "*",
      smtplib: "*",
      smtpd: "*",
      telnetlib: "*",
      xmlrpc: "*",
      wsgiref: "*",
      gopherlib: "*"
    }
  }
];
// src/python/danger/index.ts
var dangers = [
  ...stdlib,
  ...stdlibProgram,
  ...stdlibReach,
  ...librariesCode,
  ...librariesLoaders,
  ...librariesReach
];
// src/python/danger/table.ts
var EFFECTS = {
  program: { does: "runs a program", can: "run programs" },
  code: { does: "runs Python code", can: "run Python code" },
  makes: { does: "builds functions from data", can: "build functions from data" },
  pickle: { does: "loads another pickle", can: "load other pickles" },
  imports: { does: "imports any module by name", can: "import any module by name" },
  attributes: { does: "gets any attribute (can reach any function)", can: "get any attribute (and so reach any function)" },
  calls: { does: "calls a function that it receives", can: "call functions that it receives" },
  changes: { does: "changes the running program", can: "change the running program" },
  stops: { does: "stops the program", can: "stop the program" },
  native: { does: "calls native code", can: "call native code" },
  files: { does: "reads or writes files", can: "read or write files" },
  network: { does: "opens a network connection", can: "open network connections" },
  scanner: { does: "turns off a pickle scanner", can: "turn off a pickle scanner" }
};
var MODULE_OBJECTS = `os posix nt sys subprocess builtins __builtin__ importlib ctypes socket ssl shutil pickle cPickle marshal runpy pty
  multiprocessing asyncio threading thread urllib urllib2 pdb gc inspect imp tempfile webbrowser pkgutil zipimport posixsubprocess commands popen2
  requests httplib ftplib smtplib cloudpickle dill sqlite3`;
// src/python/danger/match.ts
var MAX_PARTS = 8;
var index = once(buildIndex);
var packages = once(
  () => new Set([...index().keys(), ...Object.keys(moduleAliases), ...Object.keys(python2Modules), ...reexports].map(topOf))
);
function dangerAt(path) {
  let best;
  let length = 0;
  const depth = Math.min(path.length, MAX_PARTS);
  for (let start = 1; start <= depth; start++) {
    const rows = index().get(path.slice(0, start).join("."));
    if (rows === void 0) continue;
    for (const row of rows) {
      const names3 = namesOf(row);
      if (path.length <= MAX_PARTS && names3.has(`!${path.slice(start).join(".")}`)) return void 0;
      for (let end = depth; end > start; end--) {
        if (end <= length) break;
        if (!names3.has(path.slice(start, end).join("."))) continue;
        best = found(row, path, end, false);
        length = end;
      }
      if (start > length && names3.has("*")) {
        best = found(row, path, start, true);
        length = start;
      }
    }
  }
  return best;
}
function dangerIn(module, carrier) {
  const row = index().get(module)?.find(({ group }) => !isOrdinary(group, carrier));
  return row && found(row, module.split("."), module.split(".").length, true);
}
function isOrdinary({ ordinary }, carrier) {
  return ordinary?.split(" ").includes(carrier) === true;
}
function builtinsIn(carrier) {
  return new Set(dangers.filter((group) => !isOrdinary(group, carrier)).flatMap(({ names: names3 }) => bareNames(names3["builtins"])));
}
function runningMethods() {
  const namesIn = (group) => Object.entries(group.names).flatMap(([module, list2]) => module === "builtins" ? [] : bareNames(list2));
  const ordinary = new Set(stdlib.filter((group) => isOrdinary(group, "template")).flatMap(namesIn));
  const running = stdlib.filter((group) => RUNNING.has(group.effect) && !isOrdinary(group, "template"));
  return new Set(running.flatMap(namesIn).filter((name) => !ordinary.has(name)));
}
var RUNNING = /* @__PURE__ */ new Set(["program", "code", "imports"]);
function bareNames(list2) {
  return list2?.match(/(?<![\w.!])\w+(?![\w.])/g) ?? [];
}
function isListed(module) {
  return packages().has(topOf(module));
}
function topOf(module) {
  const dot = module.indexOf(".");
  return dot < 0 ? module : module.slice(0, dot);
}
function found({ group }, path, length, whole) {
  return { ...EFFECTS[group.effect], listed: path.slice(0, length).join("."), whole, group };
}
function namesOf(row) {
  row.names ??= new Set(row.list.split(/\s+/));
  return row.names;
}
function buildIndex() {
  const all = /* @__PURE__ */ new Map();
  for (const group of dangers) {
    for (const [module, list2] of Object.entries(group.names)) {
      const row = { group, list: list2, names: void 0 };
      const known = all.get(module);
      if (known) known.push(row);
      else all.set(module, [row]);
    }
  }
  return all;
}

// src/lang/python/dangerous-names.ts
var ANYWHERE = words(MODULE_OBJECTS);
var OUTWARD_BUILTINS = /* @__PURE__ */ new Set([
  ...builtinsIn("bytecode"),
  ...builtinsIn("source"),
  ...words("input raw_input breakpoint")
]);
var DANGEROUS_ATTRIBUTES = words(`system popen Popen run call check_call check_output getoutput getstatusoutput spawn spawnl spawnv execl execv execve execvp
  startfile fork forkpty posix_spawn kill remove unlink rmtree rename replace chmod putenv urlopen urlretrieve get post put request
  create_connection connect socket socketpair import_module loads load run_path run_module CDLL WinDLL b64decode Process Thread open mkstemp
  copyfile move makedirs write_text write_bytes`);
var MAX_REACHES = 1e5;
var isOutward = isListed;
function chains(names3, isLoaded) {
  const found2 = [];
  let root;
  let direct = false;
  names3.forEach((name, index2) => {
    if (isOutward(name) && (ANYWHERE.has(name) || isLoaded(name, index2))) {
      if (root !== void 0 && direct) found2.push(root);
      root = name;
      direct = true;
    } else if (OUTWARD_BUILTINS.has(name) && (name === "exec" || name === "__import__" || isLoaded(name, index2))) {
      found2.push(name);
    } else if (root !== void 0 && (direct || DANGEROUS_ATTRIBUTES.has(name))) {
      found2.push(`${root}.${name}`);
      if (direct && name === "path") root = `${root}.${name}`;
      else direct = false;
    }
  });
  if (root !== void 0 && direct) found2.push(root);
  return found2;
}
function words(text4) {
  return new Set(text4.split(/\s+/).filter((word) => word !== ""));
}

// src/lang/python/lexer.ts
var LexError = class extends Error {
};
var MAX_NESTING = 8;
var WHITESPACE = /(?:[ \t\f]|\\\r?\n)+/y;
var NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
var PREFIX = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])(?=['"])/y;
var NUMBER2 = /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
var CONVERSION = /![ \t]*\w+[ \t]*/y;
var FIRST_OF_NUMBER = /\d|\.\d/y;
var OPERATORS = new Set("()[]{}.,:;=+-*/%@&|^~<>!");
var OPEN_BRACKETS = new Set("([{");
var CLOSE_BRACKETS = new Set(")]}");
function isOp(token, text4) {
  return token?.kind === "op" && token.text === text4;
}
function pythonTokens(source) {
  return tokens(source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), 0, 0);
}
function tokens(text4, brackets, nesting) {
  const found2 = [];
  const outer = brackets;
  let at = 0;
  while (at < text4.length) {
    at += match(WHITESPACE, text4, at)?.length ?? 0;
    const char = text4[at];
    if (char === void 0) break;
    if (char === "\n") {
      if (brackets === 0) found2.push({ kind: "newline" });
      at++;
      continue;
    }
    if (char === "#") {
      const end = text4.indexOf("\n", at);
      at = end < 0 ? text4.length : end;
      continue;
    }
    const prefix = match(PREFIX, text4, at);
    if (prefix !== void 0 || char === '"' || char === "'") {
      const start = at + (prefix?.length ?? 0);
      const end = endOfString(text4, start);
      found2.push(stringToken((prefix ?? "").toLowerCase(), text4, start, end, nesting));
      at = end;
      continue;
    }
    const name = match(NAME, text4, at);
    if (name !== void 0) {
      found2.push({ kind: "name", text: name.normalize("NFKC") });
      at += name.length;
      continue;
    }
    if (match(FIRST_OF_NUMBER, text4, at) !== void 0) {
      found2.push({ kind: "number" });
      at += match(NUMBER2, text4, at)?.length ?? 1;
      continue;
    }
    if (!OPERATORS.has(char)) throw new LexError(`the character U+${(text4.codePointAt(at) ?? 0).toString(16).padStart(4, "0")}`);
    if (OPEN_BRACKETS.has(char)) brackets++;
    else if (CLOSE_BRACKETS.has(char) && --brackets < outer) throw new LexError("a bracket is closed that is not open");
    found2.push({ kind: "op", text: char });
    at++;
  }
  if (brackets !== outer) throw new LexError("a bracket is not closed");
  return found2;
}
function endOfString(text4, at) {
  const quote3 = text4[at] ?? "";
  const delimiter = text4.startsWith(quote3.repeat(3), at) ? quote3.repeat(3) : quote3;
  for (let end = at + delimiter.length; end < text4.length; end++) {
    if (text4[end] === "\\") end++;
    else if (text4.startsWith(delimiter, end)) return end + delimiter.length;
    else if (text4[end] === "\n" && delimiter.length === 1) break;
  }
  throw new LexError("a string is not closed");
}
function stringToken(prefix, text4, start, end, nesting) {
  const quotes = text4.startsWith((text4[start] ?? "").repeat(3), start) && end - start >= 6 ? 3 : 1;
  const body = text4.slice(start + quotes, end - quotes);
  const formatted = prefix.includes("f") || prefix.includes("t");
  const head = body.slice(0, body.search(formatted ? /[\\{}]/ : /\\/) >>> 0);
  if (!formatted) return { kind: "string", head, plain: head.length === body.length && !prefix.includes("b"), fields: [] };
  if (nesting >= MAX_NESTING) throw new LexError("formatted strings are nested too deeply");
  const fields = [];
  literalPart(body, 0, false, prefix.includes("r"), nesting, fields);
  return { kind: "string", head, plain: head.length === body.length, fields };
}
function literalPart(body, start, inner, raw, nesting, fields) {
  let at = start;
  while (at < body.length) {
    const char = body[at];
    if (char === "\\") {
      const next = body[at + 1];
      if (!raw && next === "N" && body[at + 2] === "{") at = Math.max(body.indexOf("}", at), at + 2) + 1;
      else at += next === "{" || next === "}" || next === void 0 ? 1 : 2;
    } else if (char === "{") {
      if (!inner && body[at + 1] === "{") at += 2;
      else at = field(body, at + 1, raw, nesting, fields);
    } else if (char === "}") {
      if (inner) return at + 1;
      if (body[at + 1] !== "}") throw new LexError("a single } in a formatted string");
      at += 2;
    } else at++;
  }
  if (inner) throw new LexError("a field of a formatted string is not closed");
  return at;
}
function field(body, start, raw, nesting, fields) {
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    const char = body[at] ?? "";
    if (char === "\\" || char === "#") throw new LexError("a field of a formatted string that only some versions of Python read");
    if (char === '"' || char === "'") at = endOfString(body, at) - 1;
    else if (OPEN_BRACKETS.has(char)) depth++;
    else if (depth > 0 && CLOSE_BRACKETS.has(char)) depth--;
    else if (depth === 0 && (char === "}" || char === ":" || char === "!" && body[at + 1] !== "=")) {
      fields.push(tokens(body.slice(start, at).replace(/=\s*$/, ""), 1, nesting + 1));
      if (char === "}") return at + 1;
      if (nesting >= MAX_NESTING) break;
      const format = char === ":" ? at : at + (match(CONVERSION, body, at) ?? "").length;
      if (body[format] === "}") return format + 1;
      if (body[format] !== ":") break;
      return literalPart(body, format + 1, true, raw, nesting + 1, fields);
    }
  }
  throw new LexError("a field of a formatted string is not closed, or not in this place");
}
function match(pattern, text4, at) {
  pattern.lastIndex = at;
  return pattern.exec(text4)?.[0];
}
// src/lang/python/uses.ts
var MAX_NAMES = 4096;
var MAX_LENGTH = 200;
var MAX_ATTRIBUTES = 16;
var MAX_TARGETS = 16;
var MAX_SOURCE = 2 ** 20;
var BY_TEXT = /* @__PURE__ */ new Set(["getattr", "setattr", "delattr", "hasattr"]);
var NAMESPACES = /* @__PURE__ */ new Set(["globals", "locals", "vars", "dir", "compile", "help", "__builtins__"]);
var KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal
  not or pass raise return try while with yield`.split(/\s+/)
);
function sourceUses(text4) {
  const uses = new Uses();
  try {
    if (text4.length > MAX_SOURCE) uses.unclear.add(`it is longer than ${MAX_SOURCE} characters`);
    const tokens2 = pythonTokens(text4.slice(0, MAX_SOURCE));
    const rest = uses.imports(tokens2);
    uses.walk(rest);
  } catch (error) {
    if (!(error instanceof LexError)) throw error;
    uses.unclear.add(`it cannot be read as Python: ${error.message}`);
  }
  return uses.result();
}
var Uses = class {
  unclear = /* @__PURE__ */ new Set();
  imported = /* @__PURE__ */ new Set();
  names = /* @__PURE__ */ new Set();
  bare = /* @__PURE__ */ new Set();
  attributes = /* @__PURE__ */ new Set();
  classes = /* @__PURE__ */ new Set();
  /** Everything that is imported under a local name. */
  locals = /* @__PURE__ */ new Map();
  result() {
    const { imported, names: names3, bare, attributes, classes, unclear } = this;
    if (this.full() || imported.size > MAX_NAMES) unclear.add(`it uses more than ${MAX_NAMES} names`);
    const list2 = (set) => [...set].slice(0, MAX_NAMES).map(shortened);
    return {
      imports: list2(imported),
      names: list2(names3),
      bare: list2(bare),
      attributes: list2(attributes),
      classes: list2(classes),
      unclear: list2(unclear)
    };
  }
  /** Collects all import statements and returns the tokens without them. */
  imports(tokens2) {
    const rest = [];
    for (let at = 0; at < tokens2.length; at++) {
      const token = tokens2[at];
      const from = isName2(token, "from") && startsStatement(tokens2[at - 1]);
      if (token !== void 0 && !from && !isName2(token, "import")) {
        rest.push(token);
        continue;
      }
      let end = at + 1;
      while (end < tokens2.length && tokens2[end]?.kind !== "newline" && !isOp(tokens2[end], ";")) end++;
      this.statement(tokens2.slice(at + 1, end), from);
      at = end - 1;
    }
    return rest;
  }
  full() {
    return this.names.size + this.attributes.size + this.bare.size > MAX_NAMES;
  }
  statement(tokens2, from) {
    const keyword = from ? tokens2.findIndex((token) => isName2(token, "import")) : -1;
    const module = from ? tokens2.slice(0, keyword).map(written).join("") : "";
    if (from && (keyword < 0 || module === "")) return void this.unclear.add("it has an import that cannot be read");
    if (from) this.imported.add(module);
    for (const part of split(tokens2.slice(keyword + 1).filter((token) => !isOp(token, "(") && !isOp(token, ")")))) {
      const as = part.findIndex((token) => isName2(token, "as"));
      const imported = (as < 0 ? part : part.slice(0, as)).map(written).join("");
      const local = as < 0 ? imported.split(".")[0] : part.slice(as + 1).map(written).join("");
      if (imported === "" || local === void 0 || local === "") continue;
      if (imported === "*") this.unclear.add(`it imports all names of ${module}`);
      this.imported.add(from ? `${module}.${imported}` : imported);
      const target = from ? `${module}.${imported}` : as < 0 ? local : imported;
      const known = this.locals.get(local);
      if (known === void 0) this.locals.set(local, [target]);
      else if (known.length >= MAX_TARGETS) this.unclear.add("it imports many objects under one name");
      else if (!known.includes(target)) known.push(target);
    }
  }
  walk(tokens2) {
    for (let at = 0; at < tokens2.length && !this.full(); at++) {
      const token = tokens2[at];
      if (token?.kind === "string") for (const field22 of token.fields) this.walk(field22);
      if (token?.kind !== "name" || KEYWORDS.has(token.text)) {
        if (isName2(token, "class") && tokens2[at + 1]?.kind === "name") this.classes.add(written(tokens2[at + 1]));
        continue;
      }
      if (isOp(tokens2[at - 1], ".")) {
        this.attributes.add(token.text);
        continue;
      }
      const attributes = [];
      let next = at + 1;
      for (; attributes.length < MAX_ATTRIBUTES && isOp(tokens2[next], ".") && tokens2[next + 1]?.kind === "name"; next += 2)
        attributes.push(written(tokens2[next + 1]));
      this.chain(token.text, attributes, tokens2, at, next);
      at = next - 1;
    }
  }
  chain(root, attributes, tokens2, at, next) {
    const imported = this.locals.get(root);
    for (const target of imported ?? []) {
      if (attributes.length > 0) this.names.add([target, ...attributes].join("."));
      else if (!isKeyword(tokens2, at)) this.bare.add(target);
    }
    if (imported !== void 0) return;
    for (const attribute of attributes) this.attributes.add(attribute);
    if (isKeyword(tokens2, at)) return;
    if (BY_TEXT.has(root)) this.byText(root, tokens2, next);
    else if (NAMESPACES.has(root)) this.unclear.add(`it uses ${root}`);
    else if (OUTWARD_BUILTINS.has(root)) this.names.add(`builtins.${root}`);
    else if (root.startsWith("__")) this.attributes.add(root);
  }
  /**
   * Accepts `getattr(self, 'name')` and `getattr(self, f'fc{index}')`, whose attribute is known; anything else is
   * unclear.
   */
  byText(root, tokens2, next) {
    const [open, object, comma, name, end] = tokens2.slice(next, next + 5);
    const plainObject = object?.kind === "name" && !KEYWORDS.has(object.text) && !this.locals.has(object.text);
    const isWhole = isOp(open, "(") && plainObject && isOp(comma, ",") && name?.kind === "string" && (isOp(end, ")") || isOp(end, ","));
    if (isWhole && name.plain) this.attributes.add(name.head);
    else if (isWhole && isName2(object, "self") && /^[A-Za-z]/.test(name.head)) this.attributes.add(`${name.head}*`);
    else if (root !== "hasattr") this.unclear.add(`it uses ${root} with a name or an object that is not in the text`);
  }
};
function shortened(text4) {
  return text4.length > MAX_LENGTH ? `${text4.slice(0, MAX_LENGTH)}\u2026` : text4;
}
function isKeyword(tokens2, at) {
  return (isOp(tokens2[at - 1], "(") || isOp(tokens2[at - 1], ",")) && isOp(tokens2[at + 1], "=") && !isOp(tokens2[at + 2], "=");
}
function startsStatement(before) {
  return before === void 0 || before.kind === "newline" || isOp(before, ";") || isOp(before, ":");
}
function split(tokens2) {
  const parts3 = [[]];
  for (const token of tokens2) {
    if (isOp(token, ",")) parts3.push([]);
    else parts3[parts3.length - 1]?.push(token);
  }
  return parts3;
}
function written(token) {
  return token?.kind === "name" || token?.kind === "op" ? token.text : "";
}
function isName2(token, text4) {
  return token?.kind === "name" && token.text === text4;
}

// src/bytes/record.ts
function recordLayout(sizes) {
  const layout = {};
  let offset = 0;
  for (const [name, size] of Object.entries(sizes)) {
    layout[name] = offset;
    offset += size;
  }
  layout["recordSize"] = offset;
  return layout;
}
function u16le(bytes, at) {
  return (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8;
}
function u32le(bytes, at) {
  return (u16le(bytes, at) | u16le(bytes, at + 2) << 16) >>> 0;
}
function u64le(bytes, at) {
  return u32le(bytes, at) + u32le(bytes, at + 4) * 4294967296;
}
function u16be(bytes, at) {
  return (bytes[at] ?? 0) << 8 | (bytes[at + 1] ?? 0);
}
function u32be(bytes, at) {
  return (u16be(bytes, at) << 16 | u16be(bytes, at + 2)) >>> 0;
}

// src/bytes/latin1.ts
function latin1(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

// src/wire/signatures.ts
function fileIdentifier(head) {
  return head.length < 8 ? "" : String.fromCharCode(head[4] ?? 0, head[5] ?? 0, head[6] ?? 0, head[7] ?? 0);
}
var GGUF = recordLayout({ magic: 4, version: 4 });
var GGUF_HEAD = GGUF.recordSize;
function ggufVersion(head) {
  if (head.length < GGUF_HEAD || head[0] !== 71 || head[1] !== 71 || head[2] !== 85 || head[3] !== 70) return void 0;
  const view = new DataView(head.buffer, head.byteOffset, GGUF_HEAD);
  const little = view.getUint32(GGUF.version, true);
  const littleEndian = (little & 65535) !== 0;
  return { version: littleEndian ? little : view.getUint32(GGUF.version, false), littleEndian };
}
function startsJava(head) {
  return head[0] === 172 && head[1] === 237 && head[2] === 0 && head[3] === 5;
}
var R_HEAD = 80;
var R_STARTS = new Set([..."RXAB\n"].map((char) => char.charCodeAt(0)));
var R_START = /^(?:RD([XAB])[23]\n)?(?:(X)[\s\S](?=\0\0\0[\x02\x03]\0)|\n?(A)[\s\S](?=\s{0,40}\+?0{0,9}[23]\s+[+-]?\d+\s+[+-]?\d+\s)|(B)[\s\S](?=[\x02\x03]\0\0\0[\s\S]{3}\0))/;
function rStart(head) {
  if (!R_STARTS.has(head[0] ?? 0)) return void 0;
  const text4 = latin1(head.subarray(0, R_HEAD));
  const found2 = R_START.exec(text4);
  const encoding = found2?.[2] ?? found2?.[3] ?? found2?.[4];
  if (!found2 || encoding !== "X" && encoding !== "A" && encoding !== "B" || (found2[1] ?? encoding) !== encoding) return void 0;
  return { start: found2[0].length, encoding };
}
var SEVEN_ZIP = [55, 122, 188, 175, 39, 28];
function startsLikeSevenZip(head) {
  return SEVEN_ZIP.every((byte, index2) => head[index2] === byte);
}
var HDF5_SIGNATURE = [137, 72, 68, 70, 13, 10, 26, 10];
function hasHdf5Signature(bytes, offset) {
  return bytes[offset] === HDF5_SIGNATURE[0] && HDF5_SIGNATURE.every((byte, index2) => bytes[offset + index2] === byte);
}
var SQLITE = "SQLite format 3\0";
function startsLikeSqlite(head) {
  return latin1(head.subarray(0, SQLITE.length)) === SQLITE;
}
var LMDB_META = recordLayout({ pageNumber: 8, padding: 2, flags: 2, lower: 2, upper: 2, magic: 4, version: 4 });
var LMDB_VERSIONS = [1, 999];
var LMDB_MAGIC = 3203383518;
function startsLikeLmdb(head) {
  if (head.length < LMDB_META.recordSize || head[0] !== 0) return false;
  return u32le(head, LMDB_META.magic) === LMDB_MAGIC && LMDB_VERSIONS.includes(u32le(head, LMDB_META.version));
}
function startsLikeSqliteLog(head) {
  return head[0] === 55 && head[1] === 127 && head[2] === 6 && (head[3] === 130 || head[3] === 131);
}

// src/wire/r/lazy-load-head.ts
var OBJECT2 = recordLayout({ length: 4, kind: 1 });
var HEAD = OBJECT2.recordSize;
var ZLIB = 120;
var PLAIN = 48;
var ZLIB_AFTER_TYPE = 49;
var BZIP2 = 50;
var LZMA = 90;
function startsLikeLazyLoad(head) {
  if (head.length < HEAD + 4 || u32be(head, OBJECT2.length) === 0) return false;
  const [, , , , kind = 0, first2 = 0, second = 0, third = 0] = head;
  switch (kind) {
    case ZLIB:
      return (kind * 256 + first2) % 31 === 0 && (first2 & 32) === 0;
    case ZLIB_AFTER_TYPE:
      return first2 === ZLIB && (first2 * 256 + second) % 31 === 0;
    case BZIP2:
      return first2 === 66 && second === 90 && third === 104;
    case LZMA:
      return first2 === 1 || first2 >= 224;
    case PLAIN:
      return rStart(head.subarray(HEAD)) !== void 0;
    default:
      return false;
  }
}

// src/formats/shared/padding.ts
var PIECE2 = 1 << 20;
function paddingLength(source, offset, end = source.size) {
  for (let at = offset; at < end; at += PIECE2) {
    const bytes = source.read(at, Math.min(PIECE2, end - at));
    const other2 = bytes.findIndex((byte) => byte !== 0 && byte !== 10 && byte !== 13 && byte !== 32 && byte !== 9);
    if (other2 >= 0) return at + other2 - offset;
  }
  return Math.max(0, end - offset);
}

// src/formats/tabular/arrow/signature.ts
var MAGIC = "ARROW1";
var CONTINUATION = 4294967295;

// src/formats/tabular/zarr/signature.ts
var NAMES = /* @__PURE__ */ new Set([".zarray", ".zmetadata", "zarr.json"]);
function isMetadata(name) {
  return NAMES.has(name);
}

// src/formats/runtime/caffe/signature.ts
var MODEL_EXTENSIONS = [".caffemodel"];
var MAX_NAME2 = 400;
var netShape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: VARINT, 5: VARINT, 6: BYTES, 7: VARINT, 8: BYTES, 100: BYTES },
  proves: (reader, field3) => field3.number === 100 && isLayer(reader, field3) || field3.number === 2 && isOldLayer(reader, field3)
};
function isLayer(reader, layer) {
  let named = false;
  for (const part of reader.fields(layer)) {
    if (part.number === 1) named = part.wire === BYTES;
    else if (part.number === 2 && isName(reader, part, MAX_NAME2)) return named;
  }
  return false;
}
function isOldLayer(reader, layer) {
  let named = false;
  for (const part of reader.fields(layer)) {
    if (part.number === 4) named = isName(reader, part, MAX_NAME2);
    else if (part.number === 5) return named && part.wire === VARINT && part.value < 64;
    else if (part.wire !== BYTES && part.wire !== FIXED32 && part.wire !== VARINT) return false;
  }
  return false;
}

// src/formats/runtime/coreml/signature.ts
var EXTENSIONS2 = [".mlmodel"];
var KINDS = [
  200,
  201,
  202,
  300,
  301,
  302,
  303,
  304,
  400,
  401,
  402,
  403,
  404,
  500,
  501,
  502,
  555,
  556,
  560,
  600,
  601,
  602,
  603,
  604,
  606,
  607,
  609,
  610,
  900,
  2e3,
  2001,
  2002,
  2003,
  2004,
  2005,
  2006,
  3e3
];
var modelShape = {
  fields: { 1: VARINT, 2: BYTES, 10: VARINT, ...Object.fromEntries(KINDS.map((kind) => [kind, BYTES])) },
  proves: (_reader, field3) => field3.number >= 200
};

// src/formats/runtime/mxnet/signature.ts
function isSymbol(name) {
  return /-symbol\.json$/i.test(name);
}

// src/formats/runtime/paddle/signature.ts
var EXTENSIONS3 = [".pdmodel"];
var PIR = /^\s*\{\s*"base_code"\s*:\s*\{[^{}]{0,300}"magic"\s*:\s*"pir"/;
var programShape = {
  fields: { 1: BYTES, 4: BYTES, 5: BYTES },
  proves: (reader, field3) => field3.number === 1 && isBlock(reader, field3)
};
function isBlock(reader, block) {
  let indexes = 0;
  for (const part of reader.fields(block)) {
    if (part.number <= 2) {
      if (part.wire !== VARINT) return false;
      indexes++;
    } else if (part.number === 3 && part.wire === BYTES) {
      const kinds3 = [...first(reader.fields(part), 2)].map((inner) => `${inner.number}:${inner.wire}`);
      return indexes === 2 && kinds3.join() === "1:2,2:2";
    } else return part.number === 4 && part.wire === BYTES && indexes === 2;
  }
  return false;
}
function* first(fields, count) {
  let left = count;
  for (const field3 of fields) {
    yield field3;
    if (--left === 0) return;
  }
}

// src/formats/keras/keras-config/signature.ts
var CLASS_NAME = /class_name|\\u00(?:5f|[67][0-9a-f])/i;

// src/formats/onnx/onnx/signature.ts
var EXTENSIONS4 = [".onnx", ".onnxmodel"];
var GRAPH_FIELDS = /* @__PURE__ */ new Set([2, 5, 10, 11, 12, 13, 14, 15, 16]);
var modelShape2 = {
  fields: { 1: VARINT, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 6: BYTES, 7: BYTES, 8: BYTES, 14: BYTES, 20: BYTES, 25: BYTES, 26: BYTES },
  proves: (reader, field3) => field3.number === 7 && isGraph2(reader, field3)
};
function isGraph2(reader, graph) {
  let parts3 = 0;
  let strange = 0;
  for (const part of reader.fields(graph)) {
    if (part.number === 1 && part.wire === BYTES && isNode2(reader, part)) return true;
    if (part.wire === BYTES && GRAPH_FIELDS.has(part.number)) parts3++;
    else strange++;
  }
  return parts3 > 1 && strange === 0;
}
function isNode2(reader, node) {
  for (const part of reader.fields(node)) if (part.number === 4 && isName(reader, part, 400)) return true;
  return false;
}

// src/formats/config/model-config/signature.ts
var MAX_TEXT = 64 * 2 ** 20;
var LOADED = /(?:^|_)config(?:_sentence_transformers)?\.json$|^(?:modular_)?model_index\.json$|^(?:modules\.json|MLmodel)$|\.ya?ml$/i;
var SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/;
var CHAT_FILES = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config)(?:[._-][\w.-]*)?\.json$/i;
var GLUONTS_TYPE = "type.txt";
var EXTENSIONS5 = [".json", ".yaml", ".yml", ".gin", ".jsonc", ".json5"];
var TREE_EXTENSIONS = [".toml", ".ini", ".cfg", ".conf", ".jsonl", ".ndjson"];
var OTHER_EXTENSIONS = [
  "",
  ".txt",
  ".config",
  ".hparams",
  ".params",
  ".opts",
  ".bak",
  ".data",
  ".dat",
  ".model",
  ".bin",
  ".pt",
  ".pth",
  ".pkl"
];
function hasConfigName({ name, extension }) {
  return EXTENSIONS5.includes(extension) || TREE_EXTENSIONS.includes(extension) || name === "MLmodel" || name === GLUONTS_TYPE || SPARK.test(name);
}

// src/formats/code/native/packed-code.ts
var PARTS = /* @__PURE__ */ new Set([".dat", ".data", ".params", ".llamafile"]);
var PACKAGES = /\.(?:whl|egg|conda|jar|war|apk|aar|nupkg|deb|rpm|vsix|crx|xpi|gem|node|nbm)$/i;
function isPackedCode(probe) {
  return probe.member || probe.namesModel || PARTS.has(probe.extension);
}
function inPackage({ path }) {
  return path.slice(0, -1).some((name) => PACKAGES.test(name));
}

// src/wire/json-shape.ts
var MAX_JSON_DEPTH = 1e3;
var MAX_WEIGHT = 80 * 2 ** 20;
var OBJECT3 = 64;
var LIST = 48;
var MEMBER = 128;
var ITEM = 24;
var TEXT2 = 24;
var LONG_TEXT = 64;
var QUOTE = 34;
var BACKSLASH = 92;
function shapeOfJson(text4) {
  let depth = 0;
  let deepest = 0;
  let weight = 0;
  for (let at = 0; at < text4.length && deepest <= MAX_JSON_DEPTH && weight <= MAX_WEIGHT; at++) {
    switch (text4.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text4, at);
        weight += TEXT2 + (end - at) * (end - at > LONG_TEXT && isWide(text4, at, end) ? 2 : 1);
        at = end;
        break;
      }
      case 123:
        weight += OBJECT3;
        if (++depth > deepest) deepest = depth;
        break;
      case 91:
        weight += LIST;
        if (++depth > deepest) deepest = depth;
        break;
      case 125:
      case 93:
        depth--;
        break;
      case 58:
        weight += MEMBER;
        break;
      case 44:
        weight += ITEM;
        break;
    }
  }
  return { depth: deepest, weight };
}
var JsonTooDeep = class extends ScanError {
  constructor() {
    super("limit", `JSON is nested deeper than ${MAX_JSON_DEPTH} levels`, 0);
  }
};
function tooMuchJson(text4) {
  const shape = shapeOfJson(text4);
  if (shape.depth > MAX_JSON_DEPTH) return new JsonTooDeep();
  return shape.weight > MAX_WEIGHT ? new ScanError("limit", `JSON with more values than ${MAX_WEIGHT >> 20} MiB hold`, 0) : void 0;
}
function hasObjectNearRoot(text4, wanted, holders) {
  const levels = [];
  let ignored = 0;
  let last = "";
  let key = "";
  for (let at = 0; at < text4.length; at++) {
    switch (text4.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text4, at);
        last = ignored > 0 || end - at > MAX_KEY ? "" : keyOf(text4.slice(at, end + 1));
        at = end;
        break;
      }
      case 123:
      case 91: {
        const object = text4.charCodeAt(at) === 123;
        const held = levels.length === 0 || levels[levels.length - 1] === void 0 || holders.has(key);
        if (ignored > 0 || !held || levels.length >= MAX_NEAR) ignored++;
        else levels.push(object ? /* @__PURE__ */ new Set() : void 0);
        break;
      }
      case 125:
      case 93:
        if (ignored > 0) ignored--;
        else levels.pop();
        break;
      case 58: {
        if (ignored > 0) break;
        key = last;
        const keys = levels[levels.length - 1];
        if (!keys || !wanted.includes(key)) break;
        keys.add(key);
        if (wanted.every((each) => keys.has(each))) return true;
      }
    }
  }
  return false;
}
var MAX_KEY = 200;
var MAX_NEAR = 8;
function endOfText(text4, start) {
  for (let at = start + 1; at < text4.length; at++) {
    const code = text4.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text4.length;
}
function isWide(text4, start, end) {
  for (let at = start; at < end; at++) if (text4.charCodeAt(at) > 255) return true;
  return false;
}
function keyOf(written2) {
  if (!written2.includes("\\")) return written2.slice(1, -1);
  try {
    return String(JSON.parse(written2));
  } catch {
    return "";
  }
}

// src/formats/shared/python-json.ts
var MAX_DUPLICATES = 20;
function decodeJson(bytes) {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 255 && b === 254 && c === 0 && d === 0 || a !== 0 && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 254 && d === 255 || a === 0 && b === 0 && c === 0 && d !== 0) return utf32(bytes, false);
  if (a === 255 && b === 254 || a !== 0 && b === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 254 && b === 255 || a === 0 && b !== 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
function utf32(bytes, little) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts3 = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    if (code !== 65279) parts3.push(code > 1114111 ? "\uFFFD" : String.fromCodePoint(code));
  }
  return parts3.join("");
}
function parseLooseJson(text4) {
  const problem = tooMuchJson(text4);
  if (problem) throw problem;
  const duplicates = /* @__PURE__ */ new Set();
  const strict = normalise(text4, duplicates);
  try {
    return { value: JSON.parse(strict), duplicates: [...duplicates] };
  } catch (error) {
    throw new ScanError("malformed", `not JSON (${error instanceof Error ? error.message.slice(0, 120) : "unreadable"})`);
  }
}
var PADDING = /[\0\s]/u;
function normalise(text4, duplicates) {
  const token = /["{}[\]:,]|-?(?:NaN|Infinity)\b/gu;
  const keys = [];
  const pieces2 = [];
  let copied = 0;
  let last = "";
  for (let match3 = token.exec(text4); match3; match3 = token.exec(text4)) {
    const [symbol] = match3;
    const first2 = symbol[0] ?? "";
    if (first2 === '"') token.lastIndex = endOfString2(text4, match3.index);
    const found2 = first2 === '"' ? text4.slice(match3.index, token.lastIndex) : symbol;
    if (first2 === "{") keys.push("none");
    else if (first2 === "[") keys.push(void 0);
    else if (first2 === "}" || first2 === "]") keys.pop();
    else if (first2 === ":") {
      if (keys[keys.length - 1] === "none") keys[keys.length - 1] = /* @__PURE__ */ new Set();
      noteKey(keys[keys.length - 1], last, duplicates);
    } else if (first2 !== '"' && first2 !== ",") {
      pieces2.push(text4.slice(copied, match3.index), "null");
      copied = match3.index + found2.length;
    }
    last = found2;
  }
  let end = text4.length;
  while (end > copied && PADDING.test(text4[end - 1] ?? "")) end--;
  const rest = text4.slice(copied, end);
  const whole = pieces2.length === 0 ? rest : pieces2.join("") + rest;
  return whole.startsWith("\uFEFF") ? whole.slice(1) : whole;
}
function endOfString2(text4, start) {
  for (let quote3 = text4.indexOf('"', start + 1); quote3 >= 0; quote3 = text4.indexOf('"', quote3 + 1)) {
    let escapes = quote3;
    while (text4[escapes - 1] === "\\") escapes--;
    if ((quote3 - escapes) % 2 === 0) return quote3 + 1;
  }
  return text4.length;
}
function noteKey(keys, written2, duplicates) {
  if (keys === void 0 || keys === "none") return;
  const key = written2.includes("\\") ? unescaped(written2) : written2.slice(1, -1);
  if (keys.has(key) && duplicates.size < MAX_DUPLICATES) duplicates.add(key);
  keys.add(key);
}
function unescaped(written2) {
  try {
    return String(JSON.parse(written2));
  } catch {
    return written2;
  }
}

// src/formats/shared/whole-text.ts
var MIN_CACHED = 2 ** 20;
var wholeTextCache = /* @__PURE__ */ new WeakMap();
function wholeText(source) {
  const known = wholeTextCache.get(source);
  if (known !== void 0) return known;
  const text4 = decodeJson(source.read(0, source.size));
  if (source.size >= MIN_CACHED) wholeTextCache.set(source, text4);
  return text4;
}

// src/bytes/stream.ts
function repeatable(open) {
  const input = open();
  if (input.kind === "source") return input;
  return { kind: "stream", next: () => input.next(), close: () => input.close(), again: () => repeatable(open) };
}

// src/wire/tar/header.ts
var TAR_BLOCK = 512;
var USTAR_SIZES = {
  name: 100,
  mode: 8,
  uid: 8,
  gid: 8,
  size: 12,
  modified: 12,
  checksum: 8,
  type: 1,
  linkName: 100,
  magic: 6,
  version: 2,
  userName: 32,
  groupName: 32,
  deviceMajor: 8,
  deviceMinor: 8,
  prefix: 155,
  padding: 12
};
var USTAR = recordLayout(USTAR_SIZES);
var GNU_SPARSE = recordLayout({
  posix: USTAR.prefix,
  accessed: 12,
  changed: 12,
  offset: 12,
  longNames: 4,
  unused: 1,
  sparse: 4 * 24,
  isExtended: 1,
  realSize: 12
});
var DECODER2 = new TextDecoder();
var CHECKSUM_END = USTAR.checksum + USTAR_SIZES.checksum;
var SPACES = USTAR_SIZES.checksum * 32;
var MAX_SUM = (TAR_BLOCK - USTAR_SIZES.checksum) * 255 + SPACES;
function field2(block, name) {
  return block.subarray(USTAR[name], USTAR[name] + USTAR_SIZES[name]);
}
function looksLikeTar(head) {
  let start = 0;
  while (start + 2 * TAR_BLOCK <= head.length && isZero(head.subarray(start, start + TAR_BLOCK))) start += TAR_BLOCK;
  if (head.length < start + TAR_BLOCK) return false;
  const block = head.subarray(start, start + TAR_BLOCK);
  return hasChecksum(block) || block[USTAR.magic] === 117 && text(field2(block, "magic")).startsWith("ustar") && field2(block, "checksum").every(isDigitOrEnd);
}
function isZero(block) {
  return block[0] === 0 && block.every((byte) => byte === 0);
}
function parseTarHeader(block) {
  const size = parseNumber(field2(block, "size"));
  if (block.length < TAR_BLOCK || size === void 0 || !hasChecksum(block)) return void 0;
  const name = text(field2(block, "name"));
  const type = String.fromCharCode(block[USTAR.type] ?? 0);
  const prefix = text(field2(block, "prefix"));
  return {
    name: prefix !== "" && !"LKS".includes(type) ? `${prefix}/${name}` : name,
    size,
    type,
    target: text(field2(block, "linkName")),
    extended: type === "S" && block[GNU_SPARSE.isExtended] !== 0
  };
}
function hasChecksum(block) {
  const stored = parseNumber(field2(block, "checksum"));
  if (stored === void 0 || stored > MAX_SUM) return false;
  let sum = SPACES;
  let signed = sum;
  for (let at = 0; at < TAR_BLOCK; at++) {
    if (at === USTAR.checksum) at = CHECKSUM_END;
    const byte = block[at] ?? 0;
    sum += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  return stored === sum || stored === signed;
}
function parseNumber(field22) {
  const first2 = field22[0] ?? 0;
  if (first2 & 128) return first2 === 255 ? void 0 : field22.subarray(1).reduce((value, byte) => value * 256 + byte, first2 & 127);
  if (first2 > 32 && (first2 < 48 || first2 > 55)) return void 0;
  const digits = text(field22).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : void 0;
}
function isDigitOrEnd(byte) {
  return byte === 0 || byte === 32 || byte >= 48 && byte <= 55;
}
function text(field22) {
  const end = field22.indexOf(0);
  return end === 0 ? "" : DECODER2.decode(end < 0 ? field22 : field22.subarray(0, end));
}
// src/formats/archive/links.ts
var MAX_HOPS = 40;
var MAX_PATH = 4096;
var MAX_FOLDERS = 100;
var LOADED_FOLDER = /(?:^|\/)(?:(?:additional_)?chat_templates|code|custom_generate)$/i;
var ArchiveLinks = class {
  links = /* @__PURE__ */ new Map();
  all = [];
  add(link) {
    const path = partsOf(link.name);
    if (path === void 0 || link.target.length > MAX_PATH) return;
    this.links.set(path.join("/"), link);
    this.all.push(link);
  }
  get size() {
    return this.all.length;
  }
  /** Returns the further names of each member. Calls `tick` for each link, which throws to stop. */
  aliasesOf(members2, tick) {
    const byPath = /* @__PURE__ */ new Map();
    for (const member of members2) addTo(byPath, partsOf(member)?.join("/") ?? member, member);
    const aliases = /* @__PURE__ */ new Map();
    let folders = 0;
    for (const link of this.all) {
      tick();
      const path = this.destination(link);
      if (path === void 0) continue;
      const found2 = byPath.get(path);
      for (const member of found2 ?? []) addTo(aliases, member, link.name);
      if (found2 || !LOADED_FOLDER.test(link.name) || ++folders > MAX_FOLDERS) continue;
      for (const [each, named] of byPath)
        if (each.startsWith(`${path}/`)) for (const member of named) addTo(aliases, member, link.name + each.slice(path.length));
    }
    return new Map([...aliases].map(([member, names3]) => [member, [...names3]]));
  }
  /** Follows a chain of links and returns the path in the archive where it ends. */
  destination({ name }) {
    const waiting = partsOf(name)?.reverse() ?? [];
    let done = [];
    let hops = 0;
    for (let part = waiting.pop(); part !== void 0; part = waiting.pop()) {
      if (part === "..") {
        if (done.pop() === void 0) return void 0;
        continue;
      }
      done.push(part);
      const link = this.links.get(done.join("/"));
      if (link === void 0) continue;
      if (++hops > MAX_HOPS || link.target.startsWith("/")) return void 0;
      if (link.kind === "hardlink") done = [];
      else done.pop();
      waiting.push(...partsOf(link.target)?.reverse() ?? []);
      if (waiting.length > MAX_PATH) return void 0;
    }
    return done.join("/");
  }
};
function partsOf(path) {
  return path.length > MAX_PATH ? void 0 : path.split("/").filter((part) => part !== "" && part !== ".");
}
function addTo(map, key, value) {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, /* @__PURE__ */ new Set([value]));
}

// src/formats/shared/unsafe-path.ts
function unsafePath(name) {
  const nul = name.indexOf("\0");
  return unsafeText(name) ?? (nul >= 0 ? unsafeText(name.slice(0, nul)) : void 0);
}
function unsafeText(name) {
  if (name.startsWith("/")) return "absolute";
  if (/^[A-Za-z]:/.test(name)) return "drive";
  if (!name.includes("\\") && !name.includes("..")) return void 0;
  if (name.split("/").includes("..")) return "traversal";
  if (name.startsWith("\\") || name.split(/[\\/]/).includes("..")) return "backslash";
  return void 0;
}
function linkEscapes(name, target) {
  if (/^[A-Za-z]:|^[\\/]/.test(target)) return true;
  let depth = name.split(/[\\/]/).filter((part) => part !== "" && part !== ".").length - 1;
  for (const part of target.split(/[\\/]/)) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}
var TYPE_MASK = 61440;
var LINK = 40960;
var DEVICES = [4096, 8192, 24576];
function isLink(mode) {
  return (mode & TYPE_MASK) === LINK;
}
function isDevice(mode) {
  return DEVICES.includes(mode & TYPE_MASK);
}
function linkReason(name, target) {
  return target !== void 0 && !linkEscapes(name, target) ? void 0 : "link";
}

// src/types/type-names.ts
var PLAIN2 = {
  builtins: `ArithmeticError AssertionError AttributeError BaseException BufferError EOFError Exception FileExistsError FileNotFoundError
    FloatingPointError ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OSError
    OverflowError PermissionError RecursionError RuntimeError RuntimeWarning StopIteration SystemExit TimeoutError TypeError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError bool bytearray bytes complex dict float frozenset int list object
    range set slice str tuple`,
  types: "EllipsisType MappingProxyType NoneType NotImplementedType SimpleNamespace"
};
var RENAMED = {
  AttrGetterType: ["operator", "attrgetter"],
  ItemGetterType: ["operator", "itemgetter"],
  PartialType: ["functools", "partial"]
};
var byName = new Map([
  ...Object.entries(PLAIN2).flatMap(
    ([module, names3]) => names3.split(/\s+/).map((name) => [name, [module, name]])
  ),
  ...Object.entries(RENAMED)
]);
function plainType(name) {
  return byName.get(name);
}

// src/wire/block-reader.ts
function blockReader(source, blockSize) {
  let block = new Uint8Array(0);
  let start = 0;
  let total = 0;
  return {
    at(offset, length) {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (offset < start || offset + wanted > start + block.length) {
        start = offset;
        block = source.read(offset, Math.max(wanted, blockSize));
        total += block.length;
      }
      return block.subarray(offset - start, offset - start + wanted);
    },
    bytesRead: () => total
  };
}
var HOP = 512;
var LARGEST_BLOCK = 64 * 1024;
function hopReader(source) {
  let block = new Uint8Array(0);
  let start = 0;
  let last = Number.NEGATIVE_INFINITY;
  let size = HOP;
  return (offset, length) => {
    const near = offset >= last && offset - last <= HOP;
    last = offset;
    if (offset < start || offset + length > start + block.length) {
      size = near ? Math.min(size * 2, LARGEST_BLOCK) : HOP;
      start = offset;
      block = source.read(offset, near ? Math.max(size, length) : length);
    }
    return block.subarray(offset - start, offset - start + length);
  };
}
function hopping(source) {
  const hop = hopReader(source);
  const small = (offset, length) => length > HOP || offset < 0 || offset >= source.size ? void 0 : hop(offset, Math.min(length, source.size - offset));
  return {
    kind: "source",
    size: source.size,
    read: (offset, length) => small(offset, length) ?? source.read(offset, length),
    readInto(target, offset) {
      const part = small(offset, target.length);
      if (part === void 0) return source.readInto(target, offset);
      target.set(part);
      return part.length;
    }
  };
}

// src/lang/marshal/loads.ts
var BY_RESUME = /* @__PURE__ */ new Map([
  [151, { name: 101, global: 116, imports: 108, shift: 1 }],
  // 3.11, 3.12
  [149, { name: 92, global: 91, imports: 75, shift: 1 }]
  // 3.13
]);
var WORDCODE = { name: 101, global: 116, imports: 108, shift: 0 };
var RESUME_REACH = 64;
function nameLoads({ code, layout, names: names3 }) {
  const loads = layout === "3.11" ? loadsOf(code) : layout === "3.8" ? WORDCODE : void 0;
  if (loads === void 0 || names3.length > 127) return void 0;
  const globals = /* @__PURE__ */ new Set();
  const imports = /* @__PURE__ */ new Set();
  for (let at = 0; at + 1 < code.length; at += 2) {
    const argument = code[at + 1] ?? 0;
    if (code[at] === loads.name) globals.add(argument);
    else if (code[at] === loads.global) globals.add(argument >> loads.shift);
    else if (code[at] === loads.imports) imports.add(argument);
  }
  return { globals, imports };
}
function loadsOf(code) {
  for (let at = 0; at < Math.min(code.length, RESUME_REACH); at += 2) {
    const loads = BY_RESUME.get(code[at] ?? 0);
    if (loads && (code[at + 1] ?? 255) <= 7) return loads;
  }
  return void 0;
}
// src/lang/marshal/objects.ts
var LAYOUTS = [
  { layout: "3.11", numbers: 5, between: 2, qualified: true, tables: 2 },
  { layout: "3.8", numbers: 6, between: 3, qualified: false, tables: 1 },
  { layout: "3.0", numbers: 5, between: 3, qualified: false, tables: 1 },
  { layout: "2.7", numbers: 4, between: 3, qualified: false, tables: 1 }
];
var MAX_DEPTH2 = 200;
var MAX_OBJECTS = 5e5;
var MAX_STRINGS = 1024;
var MAX_STRING = 512;
var MAX_FLATTENED = 4096;
var NULL = /* @__PURE__ */ Symbol("NULL");
var MarshalReader = class {
  bytes;
  view;
  shape;
  refs = [];
  interned = [];
  codes = [];
  at = 0;
  objects = 0;
  constructor(bytes, shape) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.shape = shape;
  }
  /** @throws {ScanError} where the bytes do not have this layout. */
  read() {
    const value = this.object(0);
    if (value === NULL) throw this.malformed("NULL in place of an object");
    return { codes: this.codes, strings: texts(value, this.shape.layout === "2.7"), complete: true, end: this.at };
  }
  object(depth) {
    if (depth > MAX_DEPTH2 || ++this.objects > MAX_OBJECTS) throw new ScanError("limit", "marshalled data are nested too deeply", this.at);
    const type = this.byte();
    const slot = (type & 128) !== 0 ? this.refs.push(void 0) - 1 : -1;
    const value = this.valueOf(String.fromCharCode(type & 127), depth);
    if (slot >= 0 && value !== NULL) this.refs[slot] = value;
    return value;
  }
  valueOf(type, depth) {
    switch (type) {
      case "0":
        return NULL;
      case "N":
      case "F":
      case "T":
      case "S":
      case ".":
        return void 0;
      case "i":
        return this.skip(4);
      case "I":
      case "g":
        return this.skip(8);
      case "y":
        return this.skip(16);
      case "f":
        return this.skip(this.byte());
      case "x":
        this.skip(this.byte());
        return this.skip(this.byte());
      case "l":
        return this.skip(Math.abs(this.int()) * 2);
      case "s":
        return this.take(this.size());
      case "t": {
        const text4 = beginning(this.take(this.size()));
        this.interned.push(text4);
        return text4;
      }
      case "a":
      case "A":
        return beginning(this.take(this.size()));
      case "z":
      case "Z":
        return beginning(this.take(this.byte()));
      case "u":
        return UTF8.decode(this.take(this.size()));
      case "r":
        return this.reference(this.refs);
      case "R":
        return this.reference(this.interned);
      case ")":
        return this.items(this.byte(), depth);
      case "(":
      case "[":
      case "<":
      case ">":
        return this.items(this.size(), depth);
      case ":":
        return this.items(3, depth);
      case "{":
        return this.entries(depth);
      case "c":
        return this.code(depth);
      default:
        throw this.malformed("an unknown type of marshalled data");
    }
  }
  items(count, depth) {
    const items2 = [];
    for (let index2 = 0; index2 < count; index2++) items2.push(this.value(depth));
    return items2;
  }
  entries(depth) {
    const entries = [];
    for (; ; ) {
      const key = this.object(depth + 1);
      if (key === NULL) return entries;
      entries.push(key, this.value(depth));
    }
  }
  code(depth) {
    const { layout, numbers, between, qualified, tables: tables2 } = this.shape;
    this.skip(numbers * 4);
    const bytecode = this.value(depth);
    if (!(bytecode instanceof Uint8Array)) throw this.malformed("the bytecode is not a bytes object");
    const constants2 = this.value(depth);
    const names3 = this.value(depth);
    for (let index2 = 0; index2 < between; index2++) this.value(depth);
    const filename = this.text(depth);
    const name = this.text(depth);
    if (qualified) this.value(depth);
    this.skip(4);
    for (let index2 = 0; index2 < tables2; index2++) this.value(depth);
    const python2 = layout === "2.7";
    if (!Array.isArray(names3) || !Array.isArray(constants2)) throw this.malformed("the names are not a tuple");
    const code = { name, filename, names: texts(names3, python2), strings: texts(constants2, true), code: bytecode, layout };
    this.codes.push(code);
    return code;
  }
  text(depth) {
    const value = this.value(depth);
    if (typeof value === "string") return value;
    if (value instanceof Uint8Array) return beginning(value);
    throw this.malformed("a name is not a text");
  }
  value(depth) {
    const value = this.object(depth + 1);
    if (value === NULL) throw this.malformed("NULL in place of an object");
    return value;
  }
  reference(list2) {
    const index2 = this.size();
    if (index2 >= list2.length) throw this.malformed("a reference to no object");
    return list2[index2];
  }
  byte() {
    const byte = this.bytes[this.at];
    if (byte === void 0) throw new ScanError("truncated", "marshalled data end early", this.at);
    this.at++;
    return byte;
  }
  int() {
    if (this.at + 4 > this.bytes.length) throw new ScanError("truncated", "marshalled data end early", this.at);
    const value = this.view.getInt32(this.at, true);
    this.at += 4;
    return value;
  }
  /** A count of bytes or items: each takes at least one byte. */
  size() {
    const size = this.int();
    if (size < 0 || size > this.bytes.length) throw this.malformed("a size is larger than the data");
    return size;
  }
  skip(count) {
    if (this.at + count > this.bytes.length) throw new ScanError("truncated", "marshalled data end early", this.at);
    this.at += count;
    return void 0;
  }
  take(count) {
    const start = this.at;
    this.skip(count);
    return this.bytes.subarray(start, start + count);
  }
  malformed(message) {
    return new ScanError("malformed", message, this.at);
  }
};
var UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
function texts(value, withBytes) {
  const found2 = [];
  let looked = 0;
  const walk = (item, depth) => {
    if (++looked > MAX_FLATTENED || found2.length >= MAX_STRINGS) return;
    if (typeof item === "string") found2.push(item.slice(0, MAX_STRING));
    else if (item instanceof Uint8Array) {
      if (withBytes) found2.push(beginning(item.subarray(0, MAX_STRING)));
    } else if (Array.isArray(item) && depth < 6) for (const part of item) walk(part, depth + 1);
  };
  walk(value, 0);
  return found2;
}
function beginning(bytes) {
  return latin1(bytes.subarray(0, 4096));
}
// src/lang/marshal/code-names.ts
var SWEPT = 1 << 20;
var MAX_SWEPT_NAMES = 4096;
function readMarshal(bytes) {
  for (const layout of LAYOUTS) {
    try {
      return new MarshalReader(bytes, layout).read();
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
    }
  }
  return { codes: [], strings: sweep(bytes), complete: false, end: 0 };
}
function isMarshalledCode(bytes) {
  return ((bytes[0] ?? 0) & 127) === 99 && readMarshal(bytes).codes.length > 0;
}
function codeReaches(bytes) {
  const { codes, strings, complete: complete2 } = readMarshal(bytes);
  const found2 = /* @__PURE__ */ new Set();
  if (!complete2) for (const name of chains(strings, () => true)) found2.add(name);
  for (const code of codes) for (const name of reachesOf(code)) found2.add(name);
  return [...found2].sort().slice(0, MAX_REACHES);
}
function reachesOf(code) {
  const { names: names3, strings } = code;
  const loads = nameLoads(code);
  const found2 = [...chains(names3, (_, index2) => loads === void 0 || loads.globals.has(index2) || loads.imports.has(index2))];
  if (names3.some((name) => INDIRECT.has(name))) {
    for (const text4 of strings) {
      if (isOutward(text4)) found2.push(...chains([text4, ...names3.filter((name) => !INDIRECT.has(name) && !isOutward(name))], () => false));
      else if (OUTWARD_BUILTINS.has(text4)) found2.push(text4);
    }
  }
  return found2;
}
var INDIRECT = /* @__PURE__ */ new Set(["__import__", "import_module", "getattr", "__builtins__", "globals", "vars"]);
function sweep(bytes) {
  const names3 = [];
  let start = -1;
  const end = Math.min(bytes.length, SWEPT);
  for (let at = 0; at <= end && names3.length < MAX_SWEPT_NAMES; at++) {
    const byte = at < end ? bytes[at] ?? 0 : 0;
    const letter = byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte === 95;
    const digit = byte >= 48 && byte <= 57;
    if (start < 0) {
      if (letter) start = at;
    } else if (!letter && !digit) {
      if (at - start >= 2 && at - start <= 64) names3.push(latin1(bytes.subarray(start, at)));
      start = -1;
    }
  }
  return names3;
}

// src/bytes/codecs/chunks.ts
function toStream(chunks) {
  return {
    kind: "stream",
    next: () => nextChunk(chunks),
    close: () => {
      chunks.return();
    }
  };
}
function nextChunk(chunks) {
  const step2 = chunks.next();
  return step2.done ? void 0 : step2.value;
}
function* members(input, starts2, decode) {
  yield* decode(input);
  yield* furtherMembers(input, starts2, decode);
}
function* furtherMembers(input, starts2, decode) {
  for (; ; ) {
    input.skipZeros();
    if (input.left === 0) return;
    if (!starts2(input.peek(HEAD2)))
      throw new ScanError("malformed", `${input.left} bytes after the end of the compressed data`, input.offset);
    yield* decode(input);
  }
}
var HEAD2 = 16;
function* skipping(chunks, count) {
  let left = count;
  for (const chunk of chunks) {
    const drop = Math.min(left, chunk.length);
    left -= drop;
    if (drop < chunk.length) yield chunk.subarray(drop);
  }
}
function* pieces(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
function startsWith(head, magic2) {
  return head.length >= magic2.length && magic2.every((byte, index2) => head[index2] === byte);
}
// src/bytes/codecs/deflate.ts
var WINDOW = 32 * 1024;
var LONGEST = 258;
var CHUNK2 = 64 * 1024;
var CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
var LENGTHS = steps(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
var DISTANCES = steps(1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);
function* inflate(input) {
  const inflater = new Inflater(input);
  let failure;
  try {
    do {
      inflater.startBlock();
      while (!inflater.run()) yield inflater.flush();
    } while (!inflater.last);
    input.seek(input.offset - (inflater.count >> 3));
  } catch (error) {
    failure = error;
  }
  if (inflater.pos > inflater.from) yield inflater.flush();
  if (failure) throw failure;
}
function firstBlockDecodes(input) {
  const inflater = new Inflater(input);
  try {
    inflater.startBlock();
    while (!inflater.run()) inflater.flush();
    return true;
  } catch (error) {
    if (error instanceof ScanError) return error.why === "truncated";
    throw error;
  }
}
var Inflater = class {
  #input;
  #out = new Uint8Array(WINDOW + CHUNK2 + LONGEST);
  pos = 0;
  from = 0;
  last = false;
  count = 0;
  #bits = 0;
  #history = 0;
  #stored = -1;
  #literals = fixed().literals;
  #distances = fixed().distances;
  constructor(input) {
    this.#input = input;
  }
  /** Returns the bytes since the last flush. */
  flush() {
    const chunk = this.#out.subarray(this.from, this.pos);
    this.from = this.pos;
    return chunk;
  }
  startBlock() {
    this.last = this.#take(1) === 1;
    const type = this.#take(2);
    this.#stored = -1;
    if (type === 0) {
      this.#take(this.count & 7);
      const length = this.#take(16);
      if ((length ^ this.#take(16)) !== 65535) throw this.#malformed("the length of a stored block does not match its complement");
      this.#input.seek(this.#input.offset - (this.count >> 3));
      this.count = 0;
      this.#bits = 0;
      this.#stored = length;
    } else if (type === 1) {
      this.#literals = fixed().literals;
      this.#distances = fixed().distances;
    } else if (type === 2) {
      this.#readCodes();
    } else {
      throw this.#malformed("a block of an unknown type");
    }
  }
  /** Decodes until the block ends (true) or the buffer is full (false). */
  run() {
    if (this.pos >= WINDOW + CHUNK2 && this.from === this.pos) {
      this.#out.copyWithin(0, this.pos - WINDOW, this.pos);
      this.pos = WINDOW;
      this.from = WINDOW;
    }
    return this.#stored >= 0 ? this.#copyStored() : this.#decode();
  }
  #copyStored() {
    const room = Math.min(this.#stored, WINDOW + CHUNK2 - this.pos);
    if (room > 0) {
      const got = this.#input.take(this.#out.subarray(this.pos, this.pos + room));
      this.pos += got;
      this.#history += got;
      this.#stored -= got;
      if (got < room) throw this.#input.truncated();
    }
    return this.#stored === 0;
  }
  #decode() {
    const out = this.#out;
    while (this.pos < WINDOW + CHUNK2) {
      const symbol = this.#symbol(this.#literals);
      if (symbol < 256) {
        out[this.pos++] = symbol;
        this.#history++;
        continue;
      }
      if (symbol === 256) return true;
      const length = symbol === 285 ? LONGEST : this.#stepped(LENGTHS, symbol - 257);
      const distance = this.#stepped(DISTANCES, this.#symbol(this.#distances));
      if (distance > this.#history) throw this.#malformed("a match from before the start of the data");
      this.#history += length;
      const end = this.pos + length;
      for (let from = this.pos - distance; this.pos < end; ) out[this.pos++] = out[from++] ?? 0;
    }
    return false;
  }
  #stepped(table2, symbol) {
    const step2 = table2[symbol];
    if (step2 === void 0) throw this.#malformed("an undefined symbol");
    return (step2 >>> 4) + this.#take(step2 & 15);
  }
  #readCodes() {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const words3 = this.#take(4) + 4;
    if (literals > 286 || distances > 30) throw this.#malformed("too many symbols");
    const order = new Uint8Array(19);
    for (const symbol of CODE_LENGTH_ORDER.slice(0, words3)) order[symbol] = this.#take(3);
    const code = this.#code(order, true);
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length; ) {
      const symbol = this.#symbol(code);
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      if (symbol === 16 && at === 0) throw this.#malformed("a repeated code length with none before it");
      const value = symbol === 16 ? lengths[at - 1] ?? 0 : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (at + times > lengths.length) throw this.#malformed("more code lengths than symbols");
      lengths.fill(value, at, at + times);
      at += times;
    }
    if (lengths[256] === 0) throw this.#malformed("a block that cannot end");
    this.#literals = this.#code(lengths.subarray(0, literals), false);
    this.#distances = this.#code(lengths.subarray(literals), false);
  }
  /** As in zlib a code must be complete, except one of at most one word unless `strict`. */
  #code(lengths, strict) {
    const code = buildCode(lengths);
    if (code.left < 0 || code.left > 0 && (strict || code.bits > 1))
      throw this.#malformed("a Huffman code that is over-full or incomplete");
    return code;
  }
  #symbol(code) {
    if (this.count < 15) this.#load();
    const entry = code.table[this.#bits & (1 << code.bits) - 1] ?? 0;
    const length = entry & 15;
    if (length === 0 || length > this.count)
      throw length === 0 && this.count >= code.bits ? this.#malformed("an unused code word") : this.#input.truncated();
    this.#bits >>>= length;
    this.count -= length;
    return entry >>> 4;
  }
  #take(length) {
    if (this.count < length) {
      this.#load();
      if (this.count < length) throw this.#input.truncated();
    }
    const value = this.#bits & (1 << length) - 1;
    this.#bits >>>= length;
    this.count -= length;
    return value;
  }
  #load() {
    const input = this.#input;
    while (this.count <= 24 && (input.pos < input.end || input.refill())) {
      this.#bits |= (input.buf[input.pos++] ?? 0) << this.count;
      this.count += 8;
    }
  }
  #malformed(what) {
    return new ScanError("malformed", `broken deflate data: ${what}`, this.#input.offset);
  }
};
function steps(first2, bits) {
  let next = first2;
  return Uint32Array.from(bits, (extra) => {
    const step2 = next << 4 | extra;
    next += 1 << extra;
    return step2;
  });
}
function buildCode(lengths) {
  const perLength = new Uint16Array(16);
  for (const length of lengths) perLength[length] = (perLength[length] ?? 0) + 1;
  perLength[0] = 0;
  let bits = 15;
  while (bits > 1 && perLength[bits] === 0) bits--;
  const next = new Uint32Array(17);
  let left = 1;
  for (let length = 1; length <= bits; length++) {
    left = left * 2 - (perLength[length] ?? 0);
    if (left < 0) break;
    next[length + 1] = (next[length] ?? 0) + (perLength[length] ?? 0) << 1;
  }
  const table2 = new Uint16Array(1 << bits);
  if (left >= 0) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0;
      if (length === 0) continue;
      const word = next[length] ?? 0;
      next[length] = word + 1;
      for (let at = reversed(word, length); at < table2.length; at += 1 << length) table2[at] = symbol << 4 | length;
    }
  }
  return { bits, table: table2, left };
}
function reversed(word, length) {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= (word >>> bit & 1) << length - 1 - bit;
  return result;
}
var fixedCodesCache;
function fixed() {
  fixedCodesCache ??= {
    literals: buildCode(Uint8Array.from({ length: 288 }, (_, symbol) => symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
    distances: buildCode(new Uint8Array(32).fill(5))
  };
  return fixedCodesCache;
}
// src/bytes/codecs/pull.ts
var BUFFER = 64 * 1024;
var Puller = class {
  buf = new Uint8Array(BUFFER);
  #source;
  pos = 0;
  end = 0;
  #base;
  constructor(source, offset = 0) {
    this.#source = source;
    this.#base = offset;
  }
  /** Offset of the next byte in the source. */
  get offset() {
    return this.#base + this.pos;
  }
  /** Number of bytes that were not read yet. */
  get left() {
    return Math.max(0, this.#source.size - this.offset);
  }
  /** Loads the next bytes if all loaded ones were read; false at the end of the source. */
  refill() {
    if (this.pos < this.end) return true;
    this.#base += this.end;
    this.pos = 0;
    this.end = this.#source.readInto(this.buf, this.#base);
    return this.end > 0;
  }
  /** Moves to any offset of the source. */
  seek(offset) {
    const pos = offset - this.#base;
    if (pos >= 0 && pos <= this.end) {
      this.pos = pos;
    } else {
      this.#base = offset;
      this.pos = 0;
      this.end = 0;
    }
  }
  u8() {
    if (this.pos === this.end && !this.refill()) throw this.truncated();
    return this.buf[this.pos++] ?? 0;
  }
  u16le() {
    return this.u8() | this.u8() << 8;
  }
  u32le() {
    return (this.u16le() | this.u16le() << 16) >>> 0;
  }
  /** Reads 8 bytes; inexact, but never small, above 2^53. */
  u64le() {
    return this.u32le() + this.u32le() * 4294967296;
  }
  /** Fills `target` up to the end of the source; returns how many bytes there were. */
  take(target) {
    let done = 0;
    while (done < target.length && this.refill()) {
      const part = this.buf.subarray(this.pos, Math.min(this.end, this.pos + target.length - done));
      target.set(part, done);
      this.pos += part.length;
      done += part.length;
    }
    return done;
  }
  /** Reads exactly `length` bytes. `length` must be a constant of the format, never a number in the file. */
  bytes(length) {
    const target = new Uint8Array(length);
    if (this.take(target) < length) throw this.truncated();
    return target;
  }
  /** Skips `length` bytes without reading them. */
  skip(length) {
    if (length > this.left) throw this.truncated();
    this.seek(this.offset + length);
  }
  /** Returns up to `length` of the next bytes without moving past them. */
  peek(length) {
    return this.#source.read(this.offset, length);
  }
  /** Skips zero bytes. */
  skipZeros() {
    while (this.refill()) {
      while (this.pos < this.end && this.buf[this.pos] === 0) this.pos++;
      if (this.pos < this.end) return;
    }
  }
  truncated() {
    return new ScanError("truncated", "the compressed data end early", this.offset);
  }
};
// src/bytes/codecs/magic.ts
var MAYBE_ZLIB = [".z", ".zlib", ".zz", ".joblib", ".jl", ".pkl", ".pickle", ".p", ".sav"];
var XZ_MAGIC = [253, 55, 122, 88, 90, 0];
var ZSTD_MAGIC = [40, 181, 47, 253];
var codecSignatures = [
  { id: "gzip", title: "gzip", extensions: [".gz", ".tgz", ".gzip"], match: magic([31, 139, 8]) },
  { id: "zlib", title: "zlib", extensions: [".z", ".zlib", ".zz"], match: matchZlib },
  { id: "joblib-zfile", title: "joblib compressed file, before 0.10", extensions: [".z"], match: matchZfile },
  { id: "bzip2", title: "bzip2", extensions: [".bz2", ".tbz2"], match: matchBzip2 },
  { id: "xz", title: "xz", extensions: [".xz", ".txz"], match: magic(XZ_MAGIC) },
  { id: "lzma", title: "LZMA", extensions: [".lzma"], match: matchLzma },
  { id: "lz4", title: "LZ4", extensions: [".lz4"], match: matchFrames([4, 34, 77, 24], [2, 33, 76, 24]) },
  { id: "zstd", title: "Zstandard", extensions: [".zst", ".zstd"], match: matchFrames(ZSTD_MAGIC) }
];
function magic(bytes) {
  return (head) => startsWith(head, bytes) ? "certain" : "no";
}
function matchZlib(head, extension) {
  const [method = 0, flags = 0] = head;
  if (head.length < 3 || (method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || flags & 32) return "no";
  if (MAYBE_ZLIB.includes(extension)) return "certain";
  return firstBlockDecodes(new Puller(memorySource(head.subarray(2)))) ? "certain" : "no";
}
var ZFILE_HEADER = 21;
function matchZfile(head) {
  if (head[0] !== 90 || head[1] !== 70) return "no";
  const text4 = latin1(head.subarray(0, ZFILE_HEADER));
  return /^ZF\s*(0[xX])?[0-9a-fA-F_]+L?\s*$/.test(text4) && text4.length === ZFILE_HEADER ? "certain" : "no";
}
var BZIP2_BLOCK = [49, 65, 89, 38, 83, 89];
var BZIP2_END = [23, 114, 69, 56, 80, 144];
function matchBzip2(head) {
  const level = head[3] ?? 0;
  if (!startsWith(head, [66, 90, 104]) || level < 49 || level > 57) return "no";
  const rest = head.subarray(4, 10);
  return [BZIP2_BLOCK, BZIP2_END].some((bytes) => startsWith(rest, bytes.slice(0, rest.length))) ? "certain" : "no";
}
function matchLzma(head, extension) {
  if (!looksLikeLzma(head)) return "no";
  if (head[0] === 93) return "certain";
  return extension === ".lzma" || head.subarray(5, 13).every((byte) => byte === 255) ? "possible" : "no";
}
function matchFrames(...magics) {
  return (head) => {
    let at = 0;
    while (at + SKIPPABLE.recordSize <= head.length && startsSkippable(head.subarray(at)))
      at += SKIPPABLE.recordSize + u32le(head, at + SKIPPABLE.dataSize);
    if (at > 0 && at + 4 > head.length) return "possible";
    return magics.some((bytes) => startsWith(head.subarray(at), bytes)) ? "certain" : "no";
  };
}
var IMPLAUSIBLE = 2 ** 38;
var LZMA2 = recordLayout({ properties: 1, dictionarySize: 4, sizeLow: 4, sizeHigh: 4, firstByte: 1 });
function looksLikeLzma(head) {
  if (head.length < LZMA2.recordSize) return false;
  const properties = head[LZMA2.properties] ?? 0;
  const dictionary = u32le(head, LZMA2.dictionarySize);
  const low = u32le(head, LZMA2.sizeLow);
  const high = u32le(head, LZMA2.sizeHigh);
  const size = low + high * 2 ** 32;
  const unknown = low === 4294967295 && high === 4294967295;
  if (properties >= 225 || properties % 9 + Math.floor(properties / 9) % 5 > 4) return false;
  return isDictionarySize(dictionary) && (unknown || size < IMPLAUSIBLE) && head[LZMA2.firstByte] === 0;
}
function isDictionarySize(size) {
  if (size === 4294967295) return true;
  const power = 2 ** Math.floor(Math.log2(Math.max(size, 1)));
  return size === power || size === power * 1.5;
}
var SKIPPABLE = recordLayout({ magic: 4, dataSize: 4 });
function startsSkippable(head) {
  return ((head[0] ?? 0) & 240) === 80 && startsWith(head.subarray(1), [42, 77, 24]);
}

// src/pickle/vm/opcodes.ts
var opcodes = [
  ["INT", 73, "decimalnl_short", 0, 1, 0],
  ["BININT", 74, "int4", 0, 1, 1],
  ["BININT1", 75, "uint1", 0, 1, 1],
  ["BININT2", 77, "uint2", 0, 1, 1],
  ["LONG", 76, "decimalnl_long", 0, 1, 0],
  ["LONG1", 138, "long1", 0, 1, 2],
  ["LONG4", 139, "long4", 0, 1, 2],
  ["STRING", 83, "stringnl", 0, 1, 0],
  ["BINSTRING", 84, "string4", 0, 1, 1],
  ["SHORT_BINSTRING", 85, "string1", 0, 1, 1],
  ["BINBYTES", 66, "bytes4", 0, 1, 3],
  ["SHORT_BINBYTES", 67, "bytes1", 0, 1, 3],
  ["BINBYTES8", 142, "bytes8", 0, 1, 4],
  ["BYTEARRAY8", 150, "bytearray8", 0, 1, 5],
  ["NEXT_BUFFER", 151, "none", 0, 1, 5],
  ["READONLY_BUFFER", 152, "none", 1, 1, 5],
  ["NONE", 78, "none", 0, 1, 0],
  ["NEWTRUE", 136, "none", 0, 1, 2],
  ["NEWFALSE", 137, "none", 0, 1, 2],
  ["UNICODE", 86, "unicodestringnl", 0, 1, 0],
  ["SHORT_BINUNICODE", 140, "unicodestring1", 0, 1, 4],
  ["BINUNICODE", 88, "unicodestring4", 0, 1, 1],
  ["BINUNICODE8", 141, "unicodestring8", 0, 1, 4],
  ["FLOAT", 70, "floatnl", 0, 1, 0],
  ["BINFLOAT", 71, "float8", 0, 1, 1],
  ["EMPTY_LIST", 93, "none", 0, 1, 1],
  ["APPEND", 97, "none", 2, 1, 0],
  ["APPENDS", 101, "none", "mark and 1", 1, 1],
  ["LIST", 108, "none", "mark", 1, 0],
  ["EMPTY_TUPLE", 41, "none", 0, 1, 1],
  ["TUPLE", 116, "none", "mark", 1, 0],
  ["TUPLE1", 133, "none", 1, 1, 2],
  ["TUPLE2", 134, "none", 2, 1, 2],
  ["TUPLE3", 135, "none", 3, 1, 2],
  ["EMPTY_DICT", 125, "none", 0, 1, 1],
  ["DICT", 100, "none", "mark", 1, 0],
  ["SETITEM", 115, "none", 3, 1, 0],
  ["SETITEMS", 117, "none", "mark and 1", 1, 1],
  ["EMPTY_SET", 143, "none", 0, 1, 4],
  ["ADDITEMS", 144, "none", "mark and 1", 1, 4],
  ["FROZENSET", 145, "none", "mark", 1, 4],
  ["POP", 48, "none", 1, 0, 0],
  ["DUP", 50, "none", 1, 2, 0],
  ["MARK", 40, "none", 0, 0, 0],
  ["POP_MARK", 49, "none", "mark", 0, 1],
  ["GET", 103, "decimalnl_short", 0, 1, 0],
  ["BINGET", 104, "uint1", 0, 1, 1],
  ["LONG_BINGET", 106, "uint4", 0, 1, 1],
  ["PUT", 112, "decimalnl_short", 1, 1, 0],
  ["BINPUT", 113, "uint1", 1, 1, 1],
  ["LONG_BINPUT", 114, "uint4", 1, 1, 1],
  ["MEMOIZE", 148, "none", 1, 1, 4],
  ["EXT1", 130, "uint1", 0, 1, 2],
  ["EXT2", 131, "uint2", 0, 1, 2],
  ["EXT4", 132, "int4", 0, 1, 2],
  ["GLOBAL", 99, "stringnl_noescape_pair", 0, 1, 0],
  ["STACK_GLOBAL", 147, "none", 2, 1, 4],
  ["REDUCE", 82, "none", 2, 1, 0],
  ["BUILD", 98, "none", 2, 1, 0],
  ["INST", 105, "stringnl_noescape_pair", "mark", 1, 0],
  ["OBJ", 111, "none", "mark and 1", 1, 1],
  ["NEWOBJ", 129, "none", 2, 1, 2],
  ["NEWOBJ_EX", 146, "none", 3, 1, 4],
  ["PROTO", 128, "uint1", 0, 0, 2],
  ["STOP", 46, "none", 1, 0, 0],
  ["FRAME", 149, "uint8", 0, 0, 4],
  ["PERSID", 80, "stringnl_noescape", 0, 1, 0],
  ["BINPERSID", 81, "none", 1, 1, 1]
];
var Opcode = Object.fromEntries(opcodes.map(([name, code]) => [name, code]));
var byCode = [];
for (const row of opcodes) byCode[row[1]] = row;
function opcodeName(code) {
  return byCode[code]?.[0];
}
function argumentKind(code) {
  return byCode[code]?.[2];
}
// src/pickle/vm/arguments.ts
var FIXED = { none: 0, uint1: 1, uint2: 2, int4: 4, uint4: 4, uint8: 8, float8: 8 };
var COUNTED = {
  string1: 1,
  string4: 4,
  unicodestring1: 1,
  unicodestring4: 4,
  unicodestring8: 8,
  bytes1: 1,
  bytes4: 4,
  bytes8: 8,
  bytearray8: 8,
  long1: 1,
  long4: 4
};
function fixedSize(kind) {
  return FIXED[kind];
}
function countSize(kind) {
  return COUNTED[kind];
}
var MEMO_READS = ["GET", "BINGET", "LONG_BINGET"];
var CAN_BEGIN = new Uint8Array(256);
for (const [name, code, , takes] of opcodes) if (takes === 0 && !MEMO_READS.includes(name)) CAN_BEGIN[code] = 1;
// src/formats/pickle/pickle/signature.ts
function canStart(byte) {
  return byte !== void 0 && CAN_BEGIN[byte] === 1;
}
function hasProtocol(head) {
  return head[0] === 128 && (head[1] ?? 255) <= 5 && (canStart(head[2]) || head[2] === 46);
}
var PICKLE_EXTENSIONS = [".pkl", ".pickle", ".joblib", ".dill", ".pck", ".pcl"];
function isImportable(module, name) {
  patternCache ??= new RegExp(`^[${START}][^\\s!-\\-/:-@[-^\`{-~]*$`, "u");
  return patternCache.test(module) && patternCache.test(name);
}
var START = "\\p{L}_\\0";
var patternCache;
// src/pickle/emit/payload.ts
var MIN_PAYLOAD = 16;
var MIN_ENCODED = 24;
var FIRST = {
  pickle: [..."\0"].map((protocol) => `\x80${protocol}`),
  names: [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"].map((letter) => `c${letter}`),
  code: [..."\0\x07\b"].flatMap((count) => [`c${count}`, `\xE3${count}`]),
  zip: ["PK"],
  // gzip, bzip2, xz, Zstandard, LZ4.
  compressed: ["\x8B", "BZ", "\xFD7", "(\xB5", '"'],
  zlib: ["x", "x^", "x\x9C", "x\xDA"]
};
function firstPairs(...kinds3) {
  return kinds3.flatMap((kind) => FIRST[kind]).map((start) => pairOf(start));
}
function encodedPairs() {
  const texts2 = Object.values(FIRST).flat().flatMap((start) => {
    const bytes = Buffer.from(start, "latin1");
    const hex2 = bytes.toString("hex").slice(0, 2);
    return [bytes.toString("base64").slice(0, 2), hex2, hex2.toUpperCase()];
  });
  return [...new Set(texts2)].map((start) => pairOf(start));
}
function pairOf(start) {
  return start.charCodeAt(0) << 8 | start.charCodeAt(1);
}
var BINARY = setOf(firstPairs("pickle", "names", "code", "zip", "compressed", "zlib"));
var ENCODED = setOf(encodedPairs());
function beginsLikePayload(buffer, at, text4) {
  const pair = (buffer[at] ?? 0) << 8 | (buffer[at + 1] ?? 0);
  const bit = 1 << (pair & 7);
  return ((ENCODED[pair >> 3] ?? 0) & bit) !== 0 || !text4 && ((BINARY[pair >> 3] ?? 0) & bit) !== 0;
}
function setOf(pairs) {
  const set = new Uint8Array(65536 / 8);
  for (const pair of pairs) set[pair >> 3] = (set[pair >> 3] ?? 0) | 1 << (pair & 7);
  return set;
}
// src/wire/zip/records.ts
var LOCAL_SIGNATURE = 67324752;
var CENTRAL_SIGNATURE = 33639248;
var DESCRIPTOR_SIGNATURE = 134695760;
var END_SIGNATURE = 101010256;
var END64_SIGNATURE = 101075792;
var LOCATOR64_SIGNATURE = 117853008;
var LOCAL = recordLayout({
  signature: 4,
  versionNeeded: 2,
  flags: 2,
  method: 2,
  modifiedTime: 2,
  modifiedDate: 2,
  crc: 4,
  compressedSize: 4,
  size: 4,
  nameLength: 2,
  extraLength: 2
});
var CENTRAL = recordLayout({
  signature: 4,
  versionMadeBy: 2,
  versionNeeded: 2,
  flags: 2,
  method: 2,
  modifiedTime: 2,
  modifiedDate: 2,
  crc: 4,
  compressedSize: 4,
  size: 4,
  nameLength: 2,
  extraLength: 2,
  commentLength: 2,
  startDisk: 2,
  internalAttributes: 2,
  externalAttributes: 4,
  headerOffset: 4
});
var END = recordLayout({
  signature: 4,
  disk: 2,
  directoryDisk: 2,
  entriesOnDisk: 2,
  entries: 2,
  directorySize: 4,
  directoryOffset: 4,
  commentLength: 2
});
var END64 = recordLayout({
  signature: 4,
  sizeOfRecord: 8,
  versionMadeBy: 2,
  versionNeeded: 2,
  disk: 4,
  directoryDisk: 4,
  entriesOnDisk: 8,
  entries: 8,
  directorySize: 8,
  directoryOffset: 8
});
var LOCATOR64 = recordLayout({ signature: 4, end64Disk: 4, end64Offset: 8, disks: 4 });
var DESCRIPTOR = recordLayout({ signature: 4, crc: 4, compressedSize: 4, size: 4 });
var EXTRA = recordLayout({ id: 2, dataSize: 2 });
var UNICODE_PATH = recordLayout({ version: 1, nameCrc: 4 });
var LOCAL_SIZE = LOCAL.recordSize;
var CENTRAL_SIZE = CENTRAL.recordSize;
var END_SIZE = END.recordSize;
var END64_SIZE = END64.recordSize;
var LOCATOR64_SIZE = LOCATOR64.recordSize;
var FLAG_ENCRYPTED = 1;
var FLAG_DESCRIPTOR = 8;
var FLAG_PATCHED = 32;
var FLAG_STRONG_ENCRYPTION = 64;
var FLAG_UTF8 = 2048;
var FLAG_MASKED = 8192;
var SENTINEL16 = 65535;
var SENTINEL32 = 4294967295;
var EXTRA_ZIP64 = 1;
var EXTRA_UNICODE_PATH = 28789;
function parseCentral(bytes) {
  if (bytes.length < CENTRAL_SIZE) return void 0;
  const nameEnd = CENTRAL_SIZE + u16le(bytes, CENTRAL.nameLength);
  const extraEnd = nameEnd + u16le(bytes, CENTRAL.extraLength);
  const length = extraEnd + u16le(bytes, CENTRAL.commentLength);
  if (bytes.length < length) return void 0;
  const declared = [u32le(bytes, CENTRAL.size), u32le(bytes, CENTRAL.compressedSize), u32le(bytes, CENTRAL.headerOffset)];
  const extra = readExtra(bytes, nameEnd, extraEnd, declared);
  return {
    madeBy: u16le(bytes, CENTRAL.versionMadeBy),
    flags: u16le(bytes, CENTRAL.flags),
    method: u16le(bytes, CENTRAL.method),
    crc: u32le(bytes, CENTRAL.crc),
    size: extra.sizes[0],
    compressedSize: extra.sizes[1],
    headerOffset: extra.sizes[2],
    attributes: u32le(bytes, CENTRAL.externalAttributes),
    nameBytes: bytes.subarray(CENTRAL_SIZE, nameEnd),
    unicodeName: extra.unicodeName,
    length
  };
}
function centralLength(bytes) {
  return CENTRAL_SIZE + u16le(bytes, CENTRAL.nameLength) + u16le(bytes, CENTRAL.extraLength) + u16le(bytes, CENTRAL.commentLength);
}
function parseLocal(bytes) {
  if (bytes.length < LOCAL_SIZE || u32le(bytes, LOCAL.signature) !== LOCAL_SIGNATURE) return void 0;
  const compressedSize = u32le(bytes, LOCAL.compressedSize);
  const size = u32le(bytes, LOCAL.size);
  return {
    versionNeeded: u16le(bytes, LOCAL.versionNeeded),
    flags: u16le(bytes, LOCAL.flags),
    method: u16le(bytes, LOCAL.method),
    crc: u32le(bytes, LOCAL.crc),
    compressedSize,
    size,
    nameLength: u16le(bytes, LOCAL.nameLength),
    extraLength: u16le(bytes, LOCAL.extraLength),
    sizesInExtra: compressedSize === SENTINEL32 || size === SENTINEL32
  };
}
function withLocalExtra(header, extra) {
  const { sizes } = readExtra(extra, 0, extra.length, [header.size, header.compressedSize, 0]);
  return { ...header, size: sizes[0], compressedSize: sizes[1], sizesInExtra: false };
}
function readExtra(bytes, start, end, sizes) {
  let unicodeName;
  let at = start;
  while (at + EXTRA.recordSize <= end) {
    const id = u16le(bytes, at + EXTRA.id);
    const data = at + EXTRA.recordSize;
    const next = data + u16le(bytes, at + EXTRA.dataSize);
    if (next > end) break;
    const name = data + UNICODE_PATH.recordSize;
    if (id === EXTRA_ZIP64) fillFromZip64(bytes, data, next, sizes);
    else if (id === EXTRA_UNICODE_PATH && next > name) unicodeName = bytes.subarray(name, next);
    at = next;
  }
  return { sizes, unicodeName };
}
function fillFromZip64(bytes, start, end, sizes) {
  let at = start;
  for (const index2 of [0, 1, 2]) {
    if (sizes[index2] !== SENTINEL32 || at + 8 > end) continue;
    sizes[index2] = u64le(bytes, at);
    at += 8;
  }
}
function parseEnd(bytes, at) {
  return {
    disk: u16le(bytes, at + END.disk),
    entries: u16le(bytes, at + END.entries),
    size: u32le(bytes, at + END.directorySize),
    offset: u32le(bytes, at + END.directoryOffset),
    commentLength: u16le(bytes, at + END.commentLength)
  };
}
function parseEnd64(bytes) {
  if (bytes.length < END64_SIZE || u32le(bytes, END64.signature) !== END64_SIGNATURE) return void 0;
  return {
    entries: u64le(bytes, END64.entries),
    size: u64le(bytes, END64.directorySize),
    offset: u64le(bytes, END64.directoryOffset)
  };
}
function parseLocator64(bytes) {
  return u32le(bytes, LOCATOR64.signature) === LOCATOR64_SIGNATURE ? u64le(bytes, LOCATOR64.end64Offset) : void 0;
}
function contradicts(end, end64) {
  return end.entries !== SENTINEL16 && end.entries !== end64.entries || end.size !== SENTINEL32 && end.size !== end64.size || end.offset !== SENTINEL32 && end.offset !== end64.offset;
}
// src/wire/zip/names.ts
var CP437 = "\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeName(bytes, flags) {
  if (isAscii(bytes)) return latin1(bytes);
  if ((flags & FLAG_UTF8) !== 0) return utf8.decode(bytes);
  let text4 = "";
  for (const byte of bytes) text4 += byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128] ?? "";
  return text4;
}
function isAscii(bytes) {
  for (let index2 = 0; index2 < bytes.length; index2++) if ((bytes[index2] ?? 0) >= 128) return false;
  return true;
}
// src/wire/zip/directory.ts
var DIRECTORY_BLOCK = 256 * 1024;
var SMALL_READ = 512;
var MADE_BY_UNIX = 3;
var READABILITY = FLAG_ENCRYPTED | FLAG_PATCHED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED;
function walkDirectory(source, place, listedBy, room, notes, emit) {
  const block = blockReader(source, DIRECTORY_BLOCK);
  const near = { source, read: hopReader(source) };
  let at = place.start;
  let count = 0;
  while (at + CENTRAL_SIZE <= place.limit) {
    const fixed2 = block.at(at, CENTRAL_SIZE);
    if (u32le(fixed2, 0) !== CENTRAL_SIGNATURE) break;
    const length = centralLength(fixed2);
    const central = at + length > place.limit ? void 0 : parseCentral(block.at(at, length));
    if (!central) break;
    if (count === room) return { count, end: at, full: true };
    resolveEntry(near, central, place.base, listedBy, notes, emit);
    at += length;
    count++;
  }
  return { count, end: at, full: false };
}
function resolveEntry(near, central, base, listedBy, notes, emit) {
  const { flags, method, crc, compressedSize, size } = central;
  const name = decodeName(central.nameBytes, flags);
  let headerOffset = central.headerOffset + base;
  let read2 = readLocal(near, headerOffset, central.nameBytes.length);
  if (!read2 && base !== 0) {
    read2 = readLocal(near, central.headerOffset, central.nameBytes.length);
    if (read2) headerOffset = central.headerOffset;
  }
  const dataOffset = read2 && headerOffset + LOCAL_SIZE + read2.header.nameLength + read2.header.extraLength;
  const unixMode = central.madeBy >>> 8 === MADE_BY_UNIX ? central.attributes >>> 16 : 0;
  const listed3 = { name, method, flags, crc, compressedSize, size, headerOffset, dataOffset, unixMode, listedBy, bounded: true };
  const disputed = read2 !== void 0 && sizesDiffer(central, read2.header);
  const entry = disputed && read2 ? { ...listed3, undisputedSize: Math.min(compressedSize, read2.header.compressedSize) } : listed3;
  emit(entry);
  if (central.unicodeName && isAscii(central.nameBytes)) {
    const second = decodeName(central.unicodeName, 2048);
    if (second !== name) notes.add("name", name, headerOffset, () => `its Unicode path field says ${quote(second)}`);
  }
  if (!read2) return;
  const { header, nameBytes } = read2;
  const sameName = header.nameLength === central.nameBytes.length && equal(nameBytes, central.nameBytes);
  const localName = sameName ? name : decodeName(nameBytes, header.flags);
  if (!sameName) notes.add("name", name, headerOffset, () => `the local header says ${quote(localName)}`);
  compare(central, header, (difference, detail) => notes.add(difference, name, headerOffset, detail));
  if (header.method !== method || disputed) {
    const claims = hasSizes(header, central) ? { crc: header.crc, compressedSize: header.compressedSize, size: header.size } : {};
    emit({ ...entry, ...claims, name: localName, method: header.method, flags: header.flags, listedBy: "local-header" });
  }
}
function readLocal({ source, read: read2 }, offset, nameLength) {
  if (offset < 0 || offset + LOCAL_SIZE > source.size) return void 0;
  const bytes = read2(offset, LOCAL_SIZE + nameLength);
  const header = parseLocal(bytes);
  if (!header) return void 0;
  const nameBytes = header.nameLength > nameLength ? source.read(offset + LOCAL_SIZE, Math.max(nameLength, Math.min(header.nameLength, SMALL_READ))) : bytes.subarray(LOCAL_SIZE, LOCAL_SIZE + header.nameLength);
  return { header: resolveSizes(source, offset, header), nameBytes };
}
function resolveSizes(source, offset, header) {
  if (!header.sizesInExtra) return header;
  return withLocalExtra(header, source.read(offset + LOCAL_SIZE + header.nameLength, Math.min(header.extraLength, SMALL_READ)));
}
function hasSizes(local, central) {
  return (local.flags & FLAG_DESCRIPTOR) === 0 || local.compressedSize !== 0 || local.size !== 0 && local.size !== central.size;
}
function sizesDiffer(central, local) {
  if (!hasSizes(local, central) || local.sizesInExtra || (local.flags & FLAG_MASKED) !== 0) return false;
  return local.compressedSize !== central.compressedSize || local.size !== central.size;
}
function compare(central, local, differ) {
  if (central.method !== local.method)
    differ("method", () => `method ${central.method} in the directory, ${local.method} in the local header`);
  if (((central.flags ^ local.flags) & READABILITY) !== 0) {
    differ("flags", () => `flags ${hex(central.flags)} in the directory, ${hex(local.flags)} in the local header`);
  } else if ((central.flags & FLAG_PATCHED) !== 0) {
    differ("flags", () => "flag bit 5 (patched data) is set: strict readers refuse the entry");
  }
  if (sizesDiffer(central, local)) {
    differ(
      "size",
      () => `${central.compressedSize} bytes (${central.size} uncompressed) in the directory, ${local.compressedSize} (${local.size}) in the local header`
    );
  }
  const localCrc = (local.flags & FLAG_DESCRIPTOR) === 0 || local.crc !== 0;
  if (localCrc && (local.flags & FLAG_MASKED) === 0 && central.crc !== local.crc) {
    differ("crc", () => `checksum ${hex(central.crc)} in the directory, ${hex(local.crc)} in the local header`);
  }
  if (central.method === 0 && central.compressedSize !== central.size && (central.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) === 0) {
    differ("size", () => `stored without compression, but ${central.compressedSize} bytes compressed and ${central.size} uncompressed`);
  }
}
function quote(name) {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}\u2026` : name);
}
function hex(value) {
  return `0x${value.toString(16)}`;
}
function equal(a, b) {
  if (a.length !== b.length) return false;
  for (let index2 = 0; index2 < a.length; index2++) if (a[index2] !== b[index2]) return false;
  return true;
}
// src/wire/zip/end.ts
var END_REACH = END_SIZE + 65535;
function findEndSignatures(source) {
  const start = Math.max(0, source.size - END_REACH);
  return endSignaturesIn(source.read(start, END_REACH), start);
}
function endSignaturesIn(tail, start) {
  const found2 = [];
  const last = tail.length - END_SIZE;
  if (last < 0) return found2;
  for (let at = tail.lastIndexOf(6, last + 3); at >= 3; at = tail.lastIndexOf(6, at - 1)) {
    if (u32le(tail, at - 3) === END_SIGNATURE) found2.push(start + at - 3);
  }
  return found2;
}
function readEnd(source, offset) {
  const record = parseEnd(source.read(offset, END_SIZE), 0);
  const zip64 = readEnds64(source, offset);
  const groupStart = Math.max(...zip64.map((each) => each.offset), zip64.length > 0 ? 0 : offset);
  const contradictory = zip64.some(({ claim }) => contradicts(record, claim));
  const claims = zip64.length === 0 || contradictory ? [...zip64, { offset: groupStart, claim: record }] : zip64;
  const places = [];
  for (const { claim, offset: limit } of claims) {
    for (const place of placesOf(source, claim, limit)) {
      if (!places.some((known) => known.start === place.start && known.base === place.base)) places.push(place);
    }
  }
  return { offset, end: offset + END_SIZE + record.commentLength, groupStart, record, zip64: zip64.length > 0, contradictory, places };
}
function hasLocator(bytes, at) {
  return at >= LOCATOR64_SIZE && u32le(bytes, at - LOCATOR64_SIZE) === LOCATOR64_SIGNATURE;
}
function readEnds64(source, endOffset) {
  const at = endOffset - LOCATOR64_SIZE;
  if (at < 0) return [];
  const located = parseLocator64(source.read(at, LOCATOR64_SIZE));
  if (located === void 0) return [];
  const found2 = [];
  for (const offset of /* @__PURE__ */ new Set([located, at - END64_SIZE])) {
    if (offset < 0 || offset + END64_SIZE > at) continue;
    const claim = parseEnd64(source.read(offset, END64_SIZE));
    if (claim) found2.push({ offset, claim });
  }
  return found2;
}
function placesOf(source, claim, limit) {
  if (claim.entries === 0 && claim.size === 0) {
    const base = limit - claim.offset;
    return [{ start: limit, limit, base, claim }];
  }
  const starts2 = /* @__PURE__ */ new Set([limit - claim.size, claim.offset]);
  const places = [];
  for (const start of starts2) {
    if (start < 0 || start + 4 > limit || u32le(source.read(start, 4), 0) !== CENTRAL_SIGNATURE) continue;
    places.push({ start, limit, base: start - claim.offset, claim });
  }
  return places;
}
// src/wire/zip/gaps.ts
var REACH = 64 * 1024;
var TOTAL = 64 * 1024 * 1024;
var BLOCK = 16 * 1024;
var KEPT = 256 * 1024;
var HIGHEST_VERSION = 63;
function spans(size) {
  const taken = [];
  let merged;
  const merge = () => {
    if (merged) return merged;
    taken.sort((a, b) => a.start - b.start);
    merged = [];
    let start = 0;
    let end = 0;
    for (const span of taken) {
      if (span.start > end) {
        if (end > start) merged.push({ start, end });
        start = span.start;
      }
      end = Math.max(end, span.end);
    }
    if (end > start) merged.push({ start, end });
    return merged;
  };
  return {
    add(start, end) {
      const from = Math.max(0, start);
      const to = Math.min(size, end);
      if (to <= from) return;
      taken.push({ start: from, end: to });
      merged = void 0;
    },
    has(offset) {
      const all = merge();
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = low + high >>> 1;
        if ((all[middle]?.end ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return (all[low]?.start ?? size) <= offset && offset < (all[low]?.end ?? 0);
    },
    gaps() {
      const result = [];
      let at = 0;
      for (const span of merge()) {
        if (span.start > at) result.push({ start: at, end: span.start });
        at = span.end;
      }
      if (at < size) result.push({ start: at, end: size });
      return result;
    }
  };
}
function walkGaps(source, gaps, room, emit) {
  const kept = gaps.length > 0 && source.size <= KEPT ? memorySource(source.read(0, source.size)) : source;
  const search = { block: blockReader(kept, BLOCK), looked: 0 };
  let count = 0;
  for (const gap of gaps) {
    if (gap.end - gap.start < LOCAL_SIZE) continue;
    let at = gap.start;
    let reach = Math.min(gap.end, at + REACH);
    while (at + LOCAL_SIZE <= gap.end) {
      if (search.block.bytesRead() > TOTAL || search.looked > TOTAL || count >= room) return false;
      const hit = find(search, LOCAL_SIGNATURE, at, reach);
      if (hit < 0) {
        if (reach === gap.end) break;
        at = Math.max(reach, gap.end - REACH);
        reach = gap.end;
        continue;
      }
      const found2 = hiddenEntry(kept, search, hit, gap.end);
      if (!found2) {
        at = hit + 4;
        continue;
      }
      emit(found2.entry);
      count++;
      at = found2.next;
      reach = Math.min(gap.end, at + REACH);
    }
  }
  return true;
}
function hiddenEntry(source, search, offset, end) {
  const { block } = search;
  const header = parseLocal(block.at(offset, LOCAL_SIZE));
  if (!header || header.nameLength === 0 || (header.versionNeeded & 255) > HIGHEST_VERSION) return void 0;
  const dataOffset = offset + LOCAL_SIZE + header.nameLength + header.extraLength;
  if (dataOffset > end) return void 0;
  const name = decodeName(block.at(offset + LOCAL_SIZE, header.nameLength), header.flags);
  const { sizes, bounded, next } = extent(search, dataOffset, end, resolveSizes(source, offset, header));
  const { flags, method, crc } = header;
  return {
    entry: { name, method, flags, crc, ...sizes, headerOffset: offset, dataOffset, unixMode: 0, listedBy: "local-header", bounded },
    next
  };
}
function extent(search, dataOffset, end, header) {
  const { compressedSize, size } = header;
  if ((header.flags & FLAG_DESCRIPTOR) === 0 || compressedSize !== 0) {
    const next = dataOffset + compressedSize;
    return { sizes: { compressedSize, size }, bounded: true, next: next > end ? dataOffset : next };
  }
  const reach = Math.min(end, dataOffset + REACH);
  for (let at = find(search, DESCRIPTOR_SIGNATURE, dataOffset, reach); at >= 0; at = find(search, DESCRIPTOR_SIGNATURE, at + 4, reach)) {
    if (u32le(search.block.at(at, DESCRIPTOR.size), DESCRIPTOR.compressedSize) !== at - dataOffset) continue;
    return {
      sizes: { compressedSize: at - dataOffset, size: header.method === 0 ? at - dataOffset : 0 },
      bounded: false,
      next: at + DESCRIPTOR.size
    };
  }
  return { sizes: { compressedSize: end - dataOffset, size: header.method === 0 ? end - dataOffset : 0 }, bounded: false, next: dataOffset };
}
function find(search, signature, from, to) {
  for (let at = from; at + 4 <= to; ) {
    const bytes = search.block.at(at, Math.min(BLOCK, to - at));
    for (let index2 = bytes.indexOf(80); index2 >= 0 && index2 + 4 <= bytes.length; index2 = bytes.indexOf(80, index2 + 1)) {
      if (u32le(bytes, index2) !== signature) continue;
      search.looked += index2;
      return at + index2;
    }
    search.looked += bytes.length;
    if (bytes.length < 4) return -1;
    at += bytes.length - 3;
  }
  return -1;
}
// src/wire/zip/notes.ts
var KEPT_PER_KIND = 25;
function collectNotes() {
  const kept = [];
  const counts2 = /* @__PURE__ */ new Map();
  return {
    add(difference, entry, offset, detail) {
      const count = (counts2.get(difference) ?? 0) + 1;
      counts2.set(difference, count);
      if (count <= KEPT_PER_KIND) kept.push({ difference, entry, detail: detail(), offset });
    },
    all() {
      const more = [];
      for (const [difference, count] of counts2) {
        if (count <= KEPT_PER_KIND) continue;
        more.push({ difference, entry: "", detail: `${count - KEPT_PER_KIND} more of this kind`, offset: 0 });
      }
      return [...kept, ...more];
    }
  };
}
// src/wire/zip/shared-names.ts
var COMPARED = 64 * 1024;
var COMPARED_IN_ALL = 4 * 1024 * 1024;
function noteSharedNames(source, entries, notes) {
  const first2 = /* @__PURE__ */ new Map();
  const variants = /* @__PURE__ */ new Map();
  let budget = COMPARED_IN_ALL;
  for (const entry of entries) {
    const { name, headerOffset } = entry;
    const nul = name.indexOf("\0");
    if (nul >= 0) notes.add("nul-in-name", name, headerOffset, () => `some readers see ${quote(name.slice(0, nul))}`);
    if (entry.listedBy === "local-header" || name.endsWith("/") && entry.size === 0) continue;
    const fold = name.toLowerCase();
    const other2 = first2.get(fold);
    if (!other2) {
      first2.set(fold, entry);
      continue;
    }
    const twin = other2.name === name ? other2 : variants.get(name);
    if (twin) {
      notes.add("duplicate", name, headerOffset, () => {
        budget -= entry.compressedSize;
        return describe(source, twin, entry, budget > 0);
      });
    } else {
      variants.set(name, entry);
      notes.add("case-variant", name, headerOffset, () => `${quote(other2.name)} differs only in case`);
    }
  }
}
function describe(source, first2, second, affordable) {
  const where2 = `also at ${first2.headerOffset}`;
  if (first2.dataOffset === second.dataOffset) return `listed twice, with the same data`;
  if (first2.crc !== second.crc || first2.size !== second.size) return `${where2}, with other content`;
  const comparable = affordable && first2.method === second.method && first2.compressedSize === second.compressedSize && first2.compressedSize <= COMPARED;
  if (!comparable || first2.dataOffset === void 0 || second.dataOffset === void 0)
    return `${where2}, with the same declared size and checksum`;
  const a = source.read(first2.dataOffset, first2.compressedSize);
  const b = source.read(second.dataOffset, second.compressedSize);
  return a.length === b.length && a.every((byte, index2) => byte === b[index2]) ? `${where2}, with identical content` : `${where2}, with other content`;
}
// src/wire/zip/archive.ts
var DEFAULT_LIMITS = { entries: 25e4 };
var MOST_ENDS = 16;
function readZip(source, limits = DEFAULT_LIMITS) {
  const notes = collectNotes();
  const problems = [];
  const entries = [];
  const taken = spans(source.size);
  const directories = [];
  const ends = [];
  const reader = { source, limits, notes, problems, entries, taken, directories, ends };
  const { chosen, rejected, rest } = chooseEnd(source);
  for (const end of rejected) notes.add("end-record", "", end.offset, () => "an end record here points to no directory");
  if (chosen) {
    readDirectories(reader, chosen);
    readOtherEnds(reader, rest);
  } else {
    problems.push({ why: "truncated", detail: "the zip has no directory at its end", offset: source.size });
  }
  const listed3 = entries.length;
  const emit = (entry) => {
    entries.push(entry);
    if (chosen) notes.add("hidden-entry", entry.name, entry.headerOffset, () => "a local header that the directory does not list");
  };
  if (!walkGaps(source, taken.gaps(), limits.entries - listed3, emit)) {
    problems.push({ why: "limit", detail: "too many bytes are outside of the listed entries to search them for others", offset: 0 });
  }
  if (chosen) noteOuterBytes(reader, chosen);
  noteSharedNames(source, entries, notes);
  return { entries, notes: notes.all(), problems, directories, ends };
}
function chooseEnd(source) {
  const signatures = findEndSignatures(source);
  const rejected = [];
  for (const [index2, offset] of signatures.slice(0, MOST_ENDS).entries()) {
    const end = readEnd(source, offset);
    if (end.places.length > 0) return { chosen: end, rejected, rest: signatures.slice(index2 + 1) };
    rejected.push(end);
  }
  return { chosen: void 0, rejected, rest: [] };
}
function readDirectories(reader, end) {
  const { notes } = reader;
  takeEnd(reader, end);
  const [first2, ...others] = end.places;
  if (!first2) return;
  const walk = readDirectory(reader, first2, "directory");
  noteClaims(notes, end, first2, walk);
  for (const place of others) {
    notes.add("end-record", "", end.offset, () => `the end record leads to two directories, at ${first2.start} and at ${place.start}`);
    readDirectory(reader, place, "other-directory");
  }
}
function takeEnd({ source, taken, ends }, { offset, groupStart, end }) {
  taken.add(groupStart, Math.min(end, source.size));
  ends.push({ start: groupStart, end: offset + END_SIZE });
}
function readDirectory(reader, place, listedBy) {
  const { source, limits, notes, problems, entries, taken } = reader;
  const known = listedBy === "directory" ? void 0 : new Set(entries.map(identity));
  const walk = walkDirectory(source, place, listedBy, limits.entries - entries.length, notes, (entry) => {
    if (known?.has(identity(entry))) return;
    entries.push(entry);
    takeEntry(reader, entry, place);
  });
  taken.add(place.start, walk.end);
  reader.directories.push({ start: place.start, end: walk.end });
  if (walk.full) problems.push({ why: "limit", detail: `the zip has more than ${limits.entries} entries`, offset: walk.end });
  else if (walk.end < place.start + place.claim.size && walk.end < place.limit) {
    problems.push({
      why: "malformed",
      detail: `the directory is broken after ${walk.count} of ${place.claim.entries} entries`,
      offset: walk.end
    });
  }
  return walk;
}
function identity(entry) {
  return `${entry.headerOffset} ${entry.method} ${entry.compressedSize} ${entry.name}`;
}
function takeEntry({ source, taken, notes }, entry, place) {
  if (entry.dataOffset === void 0 || entry.listedBy === "local-header") return;
  const end = entry.dataOffset + (entry.undisputedSize ?? entry.compressedSize);
  const overruns = end > (entry.headerOffset < place.start ? place.start : source.size);
  taken.add(entry.headerOffset, overruns ? entry.dataOffset : end);
  if (overruns && end <= source.size) notes.add("size", entry.name, entry.headerOffset, () => "its data overlap the directory");
}
function noteClaims(notes, end, place, walk) {
  const { claim } = place;
  const wraps = !end.zip64 && claim.entries === walk.count % 65536;
  if (claim.entries !== walk.count && !wraps && !walk.full) {
    notes.add("end-record", "", end.offset, () => `${claim.entries} entries declared, ${walk.count} in the directory`);
  }
  if (walk.end - place.start > claim.size) {
    notes.add("end-record", "", end.offset, () => `a directory of ${claim.size} bytes declared, ${walk.end - place.start} found`);
  }
  if (end.contradictory) notes.add("end-record", "", end.offset, () => "the zip64 end record contradicts the other one");
  if (end.record.disk !== 0 && end.record.disk !== 65535)
    notes.add("end-record", "", end.offset, () => `part ${end.record.disk + 1} of a split archive`);
}
function readOtherEnds(reader, offsets) {
  let seen = 0;
  for (const offset of offsets) {
    if (reader.taken.has(offset)) continue;
    if (++seen > MOST_ENDS) {
      reader.problems.push({ why: "malformed", detail: `the zip has more than ${MOST_ENDS} end records`, offset });
      return;
    }
    const end = readEnd(reader.source, offset);
    const before = reader.entries.length;
    for (const place of end.places) readDirectory(reader, place, "other-directory");
    takeEnd(reader, end);
    reader.notes.add("end-record", "", offset, () => `a second end record, with ${reader.entries.length - before} other entries`);
  }
}
function noteOuterBytes({ source, entries, notes }, end) {
  const first2 = end.places[0];
  let start = first2?.start ?? end.groupStart;
  for (const entry of entries) if (entry.dataOffset !== void 0 && entry.headerOffset < start) start = entry.headerOffset;
  const after = source.size - end.end;
  if (start > 0) notes.add("prefix", "", 0, () => `${start} bytes before the archive`);
  if (after > 0) notes.add("tail", "", end.end, () => `${after} bytes after the archive`);
  if (after < 0) notes.add("end-record", "", end.offset, () => `the comment is ${-after} bytes shorter than declared`);
}
function hasEndRecord(tail, size) {
  const start = size - tail.length;
  const found2 = endSignaturesIn(tail, start);
  if (found2.length === 0) return false;
  return found2.slice(0, MOST_ENDS).some((offset) => {
    const at = offset - start;
    const { entries, size: directory, offset: written2 } = parseEnd(tail, at);
    if (directory === 4294967295 || written2 === 4294967295 || hasLocator(tail, at)) return true;
    if (directory === 0) return entries === 0 && written2 <= offset;
    return directory <= at ? u32le(tail, at - directory) === CENTRAL_SIGNATURE : directory + written2 <= offset;
  });
}
function startsLikeZip(head) {
  if (head.length < 4) return false;
  const signature = u32le(head, 0);
  return signature === LOCAL_SIGNATURE || signature === END_SIGNATURE;
}
// src/formats/shared/nested-payload.ts
var GLOBAL_LINES = /^c[A-Za-z_][\w.]{0,100}\n[A-Za-z_][\w.]{0,100}\n/;
var BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
var HEX = /^(?:[0-9a-fA-F]{2})+$/;
var MAGIC_LENGTH = 32;
var RESERVED = 224;
function payloadIn(bytes, isText4) {
  if (!isText4 && looksLoadable(bytes)) return bytes;
  if (bytes.length < MIN_ENCODED) return void 0;
  const head = bytes.length > HEAD3 ? decoded(bytes.subarray(0, HEAD3)) : void 0;
  if (head !== void 0 && !looksLoadable(head) && ((head[0] ?? 0) & 127) !== CODE) return void 0;
  const payload = decoded(bytes);
  return payload !== void 0 && looksLoadable(payload) ? payload : void 0;
}
function decoded(bytes) {
  const text4 = ASCII.decode(bytes).replace(/[\r\n]+/g, "");
  if (HEX.test(text4)) return new Uint8Array(Buffer.from(text4, "hex"));
  return BASE64.test(text4) ? new Uint8Array(Buffer.from(text4, "base64")) : void 0;
}
var ASCII = new TextDecoder("latin1");
var HEAD3 = 1024;
var CODE = 99;
function looksLoadable(bytes) {
  return hasProtocol(bytes) || startsLikeZip(bytes) || startsCompressed(bytes) || startsWithShortMagic(bytes);
}
function startsCompressed(bytes) {
  const head = bytes.subarray(0, MAGIC_LENGTH);
  return codecSignatures.some(
    ({ id, match: match3 }) => LONG_MAGIC.has(id) && match3(head, "") === "certain" && (id !== "gzip" || ((head[3] ?? 0) & RESERVED) === 0)
  );
}
var LONG_MAGIC = /* @__PURE__ */ new Set(["gzip", "bzip2", "xz", "zstd", "lz4"]);
function startsWithShortMagic(bytes) {
  const [first2 = 0, second = 0] = bytes;
  if (first2 === 120 && (first2 * 256 + second) % 31 === 0) return true;
  if ((first2 & 127) !== CODE) return false;
  return GLOBAL_LINES.test(ASCII.decode(bytes.subarray(0, 256))) || isMarshalledCode(bytes);
}

// src/bytes/counted.ts
function counted(source, into) {
  const count = (bytes) => {
    into.reads++;
    into.bytesRead += bytes;
  };
  return {
    ...source,
    read(offset, length) {
      const bytes = source.read(offset, length);
      count(bytes.length);
      return bytes;
    },
    readInto(target, offset) {
      const got = source.readInto(target, offset);
      count(got);
      return got;
    }
  };
}
// src/formats/pickle/pickle/likeness.ts
var DECIDING = new Set(
  "STOP REDUCE BUILD INST OBJ NEWOBJ NEWOBJ_EX GLOBAL STACK_GLOBAL EXT1 EXT2 EXT4 PERSID BINPERSID APPEND APPENDS SETITEM SETITEMS ADDITEMS".split(
    " "
  )
);
var ENOUGH = 12;
var LINE_END = 10;
var kinds = [];
for (const [name, code, kind] of opcodes) kinds[code] = DECIDING.has(name) ? "deciding" : kind;
function mayHaveEffect(bytes, at, left) {
  let place = at;
  for (let count = 0; count < ENOUGH; count++) {
    const code = bytes[place];
    if (code === void 0) return place - at < left;
    const kind = kinds[code];
    if (kind === void 0) return false;
    if (kind === "deciding") return true;
    const next = argumentEnd(bytes, place + 1, kind);
    if (next === void 0) return true;
    if (next - at > left) return false;
    place = next;
  }
  return true;
}
function argumentEnd(bytes, at, kind) {
  const width = fixedSize(kind);
  if (width !== void 0) return at + width;
  const count = countSize(kind);
  if (count === void 0) {
    const end = bytes.indexOf(LINE_END, at);
    return end < 0 ? void 0 : end + 1;
  }
  if (at + count > bytes.length) return void 0;
  let length = 0;
  for (let index2 = count - 1; index2 >= 0; index2--) length = length * 256 + (bytes[at + index2] ?? 0);
  return at + count + length;
}
// src/bytes/window.ts
var WINDOW_SIZE = 64 * 1024;
var WINDOW_PAD = 16;
var Window = class {
  buffer;
  view;
  /** Index of the next byte. */
  pos = 0;
  /** Index after the last byte in the buffer. */
  end = 0;
  /** Offset in the input of `buffer[0]`. */
  base = 0;
  /** Number of bytes after `end` to skip. */
  toSkip = 0;
  /** Nothing follows `end`. */
  eof = false;
  /** A skip ran past the end of the input. */
  overrun = false;
  /** The error of the stream after `end`; the bytes before it are read first. */
  failure;
  input;
  /** Bytes that are read of a source at once: few at first, since most files turn out to be something else. */
  step;
  /** The part of the last chunk of a stream that did not fit into the buffer. */
  chunk = EMPTY;
  /** `step`: bytes of the first read of a source; each further one is eight times larger. */
  constructor(input, start = 0, step2 = WINDOW_SIZE) {
    this.input = input;
    this.step = step2;
    this.base = start;
    this.buffer = bufferPool.pop() ?? new Uint8Array(WINDOW_SIZE + WINDOW_PAD);
    this.view = new DataView(this.buffer.buffer);
  }
  /** Returns the buffer to the pool for the next window. This window must not be used afterwards. */
  release() {
    this.pos = this.end;
    if (bufferPool.length < MAX_POOL) bufferPool.push(this.buffer);
  }
  /** Offset in the input of the next byte. */
  get offset() {
    return this.base + this.pos + (this.pos === this.end ? this.toSkip : 0);
  }
  /** Skips `count` bytes, in the buffer or after it. */
  skip(count) {
    const here = this.end - this.pos;
    if (count <= here) this.pos += count;
    else {
      this.pos = this.end;
      this.toSkip += count - here;
    }
  }
  /** Moves back to `offset` if it is still in the buffer, else returns false. */
  rewind(offset) {
    if (offset < this.base || offset > this.base + this.end) return false;
    this.pos = offset - this.base;
    this.toSkip = 0;
    this.overrun = false;
    return true;
  }
  /** Moves the unread bytes to the front and reads more. Asynchronous only where a decompressor is. */
  fill() {
    this.compact();
    return this.input.kind === "source" ? this.fillFromSource(this.input) : this.fillFromStream(this.input);
  }
  compact() {
    const left = this.end - this.pos;
    if (left > 0 && this.pos > 0) this.buffer.copyWithin(0, this.pos, this.end);
    this.base += this.pos;
    this.pos = 0;
    this.end = left;
  }
  fillFromSource(source) {
    if (this.toSkip > 0) {
      this.base += this.toSkip;
      this.toSkip = 0;
      if (this.base > source.size) {
        this.base = source.size;
        this.overrun = true;
      }
    }
    const wanted = Math.min(WINDOW_SIZE, this.end + this.step);
    this.step = Math.min(WINDOW_SIZE, this.step * 8);
    this.end += source.readInto(this.buffer.subarray(this.end, wanted), this.base + this.end);
    if (this.end < wanted) this.finish();
  }
  /** Throws the error of the stream, if there was one. Called before the end of the data is trusted. */
  checkFailure() {
    if (this.failure) throw this.failure;
  }
  async nextChunk(stream) {
    if (this.failure) return void 0;
    try {
      const next = stream.next();
      return next instanceof Promise ? await next : next;
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      this.failure = error;
      return void 0;
    }
  }
  async fillFromStream(stream) {
    while (this.end < WINDOW_SIZE) {
      if (this.chunk.length === 0) {
        const chunk = await this.nextChunk(stream);
        if (chunk === void 0) {
          this.overrun ||= this.toSkip > 0;
          this.toSkip = 0;
          this.finish();
          return;
        }
        this.chunk = chunk;
      }
      if (this.toSkip > 0) {
        const jump = Math.min(this.toSkip, this.chunk.length);
        this.chunk = this.chunk.subarray(jump);
        this.toSkip -= jump;
        this.base += jump;
        continue;
      }
      const part = this.chunk.subarray(0, WINDOW_SIZE - this.end);
      this.buffer.set(part, this.end);
      this.end += part.length;
      this.chunk = this.chunk.subarray(part.length);
    }
  }
  finish() {
    this.eof = true;
    this.buffer.fill(0, this.end, this.end + WINDOW_PAD);
  }
};
var EMPTY = new Uint8Array(0);
var MAX_POOL = 8;
var bufferPool = [];
// src/pickle/value/values.ts
var NONE2 = 16;
var TRUE = 1;
var FALSE = 2;
var FLOAT = 3;
var INT = 4;
var TEXT3 = 5;
var BYTES2 = 6;
var TUPLE = 7;
var LIST2 = 8;
var DICT = 9;
var SET = 10;
var FROZENSET = 11;
var UNKNOWN = 12;
var EXTENSION = 13;
var BUFFER2 = 14;
var DROPPED = 15;
var OBJECT4 = 63;
var MAX_DEPTH3 = 16;
var MAX_ITEMS = 16;
var MAX_ENTRIES = 48;
var CALL_OPCODES = ["reduce", "newobj", "inst", "obj", "build", "append", "setitem", "additems"];
function opcodeBit(via) {
  return 2 ** CALL_OPCODES.indexOf(via);
}
var GlobalRef = class {
  kind = "global";
  module;
  name;
  /** The pickle computed the name, with `getattr` and the like. */
  computed;
  /**
   * Uses for which the listener has answered that their like changes no judgement: a bit for each way of use and
   * content of arguments, see `silence.ts`.
   */
  answeredUses = 0;
  /** Arguments with instances among them for which the listener has answered. */
  lastAnswered;
  /** The listener has answered that discarded results of it change no judgement. */
  discarded = false;
  /** Number of REDUCEs without arguments, which are all alike. */
  emptyCallCount = 0;
  /** It was reported that another object can call it. */
  hasEscaped = false;
  /** Instances of it got arguments or a state of the file. */
  hasFilledInstances = false;
  /** Callables that these were reported to get later. */
  laterCallables;
  /** The listener has answered that it is harmless as a value. */
  isHarmlessValue = false;
  /** It runs Python source in its arguments, or in the state of its instances. */
  source;
  /** One shared result for calls whose arguments are no longer kept. */
  shared;
  /**
   * Computed at the first call, since a file calls the same few names a million times: see `canonical` and
   * `callablesOfResult`.
   */
  canonical;
  resultKind;
  constructor(module, name, computed) {
    this.module = module;
    this.name = name;
    this.computed = computed;
  }
};
var Result = class {
  kind = "result";
  callee;
  args;
  via;
  depth;
  offset;
  /** Stored in the memo: other objects may refer to it. */
  memoized = false;
  /** Ways in which it was filled after its construction, as bits. */
  filledVia = 0;
  /** Callables that it can call: see `callablesOf`. */
  callables;
  /** It is part of another object, which gets what it gets from now on. */
  isShared = false;
  /**
   * The function and arguments that a state has put in the place of those it was built with, as that of
   * `functools.partial` does.
   */
  replaced;
  constructor(callee, args, via, offset) {
    let below = depthOf(callee);
    for (let at = 0; at < args.length; at++) below = Math.max(below, depthOf(args[at] ?? NONE2));
    const depth = 1 + below;
    const deep = depth > MAX_DEPTH3;
    this.callee = deep && typeof callee === "object" && callee.kind !== "global" ? UNKNOWN : callee;
    this.args = deep ? [UNKNOWN] : args;
    this.via = via;
    this.depth = Math.min(depth, MAX_DEPTH3);
    this.offset = offset;
  }
};
var Sequence = class {
  kind;
  items;
  more;
  /** Number of leaves of the object when it is written out: nesting doubles it in a few bytes. */
  weight = 1;
  depth = 1;
  /** As those of a result. */
  callables;
  isShared = false;
  constructor(kind, items2, more = false) {
    this.kind = kind;
    this.more = more;
    this.items = items2;
    for (let index2 = 0; index2 < items2.length; index2++) {
      const item = items2[index2];
      if (typeof item !== "object") this.weight++;
      else {
        this.weight += "weight" in item ? item.weight : 1;
        this.depth = Math.max(this.depth, 1 + depthOf(item));
      }
    }
    if (this.depth > MAX_DEPTH3) {
      this.depth = MAX_DEPTH3;
      this.items = [];
      this.more = true;
    }
  }
};
var Dict = class {
  kind = "dict";
  /** Keys and values in turn. */
  entries;
  more;
  /** Entries that it had before were not kept, or are filled in elsewhere. */
  incomplete = false;
  depth = 1;
  /** As those of a result. */
  callables;
  isShared = false;
  /** The instance whose state it is, or is part of: what is put into it later may become attributes. */
  owner;
  constructor(entries, more = false) {
    for (let index2 = 0; index2 < entries.length; index2++) {
      const entry = entries[index2];
      if (typeof entry === "object") this.depth = Math.max(this.depth, 1 + depthOf(entry));
    }
    const deep = this.depth > MAX_DEPTH3;
    this.depth = Math.min(this.depth, MAX_DEPTH3);
    this.entries = deep ? [] : entries;
    this.more = more || deep;
  }
};
var Blob = class {
  kind = "blob";
  flavour;
  offset;
  length;
  constructor(flavour, offset, length) {
    this.flavour = flavour;
    this.offset = offset;
    this.length = length;
  }
};
var ModuleRef = class {
  kind = "module";
  module;
  constructor(module) {
    this.module = module;
  }
};
var PersistentId = class {
  kind = "persistent-id";
  id;
  constructor(id) {
    this.id = id;
  }
};
function depthOf(value) {
  if (typeof value === "number") return 0;
  switch (value.kind) {
    case "result":
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
    case "dict":
      return value.depth;
    case "persistent-id":
      return 1 + depthOf(value.id);
    case "global":
    case "text":
    case "bytes":
    case "blob":
    case "module":
      return 0;
  }
}
// src/pickle/value/literal-codes.ts
var UTF82 = 0;
var LATIN1 = 1;
var STRING_ESCAPE = 2;
var RAW_UNICODE = 3;
var BYTES_LITERAL = 4;
var BYTEARRAY_LITERAL = 5;
var FLOAT8 = 6;
var LONG = 7;
var MAX_LAZY = 511;
var LAZY = 64;
function lazy(offset, length, flavour) {
  return LAZY + (offset * 512 + length) * 8 + flavour;
}
function isLazy(value) {
  return typeof value === "number" && value >= LAZY;
}
function lazyFlavour(code) {
  return (code - LAZY) % 8;
}
function lazyLength(code) {
  return Math.floor((code - LAZY) / 8) % 512;
}
function lazyOffset(code) {
  return Math.floor((code - LAZY) / 4096);
}
var MAX_INT = 2 ** 44;
function integer(value) {
  if (!Number.isInteger(value) || value >= MAX_INT || value <= -MAX_INT) return INT;
  return value >= 0 ? -1 - 2 * value : 2 * value;
}
function isInteger(value) {
  return typeof value === "number" && value < 0;
}
function integerOf(code) {
  const zigzag = -1 - code;
  return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
}
// src/pickle/value/literals.ts
function asciiLine(bytes, from, to) {
  let text4 = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) break;
    text4 += String.fromCharCode(byte);
  }
  return text4;
}
var INTEGER = /^\s*([+-]?)(?:0[xX]_?([0-9a-fA-F_]+)|0[oO]_?([0-7_]+)|0[bB]_?([01_]+)|([0-9][0-9_]*))L?\s*$/;
function parseInteger(line, decimal = false) {
  const match3 = INTEGER.exec(line);
  if (!match3) return void 0;
  const [, sign, hex2, octal, binary, digits] = match3;
  const clean2 = (text4) => text4.replaceAll("_", "");
  let value;
  if (hex2 !== void 0) value = Number.parseInt(clean2(hex2), 16);
  else if (octal !== void 0) value = Number.parseInt(clean2(octal), 8);
  else if (binary !== void 0) value = Number.parseInt(clean2(binary), 2);
  else {
    const text4 = clean2(digits ?? "");
    value = !decimal && /^0[0-7]+$/.test(text4) ? Number.parseInt(text4, 8) : Number.parseInt(text4, 10);
  }
  return Number.isNaN(value) ? void 0 : sign === "-" ? -value : value;
}
var FLOAT2 = /^\s*[+-]?(?:inf(?:inity)?|nan|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[+-]?[0-9_]+)?)\s*$/i;
function isFloat(line) {
  return FLOAT2.test(line);
}
function unescapeString(bytes) {
  let text4 = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 92) {
      text4 += String.fromCharCode(byte);
      continue;
    }
    const next = bytes[at + 1];
    const simple = next === void 0 ? void 0 : SIMPLE_ESCAPES.get(next);
    if (simple !== void 0) {
      text4 += simple;
      at++;
    } else if (next === 120 && isHex(bytes[at + 2]) && isHex(bytes[at + 3])) {
      text4 += String.fromCharCode(Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16));
      at += 3;
    } else if (isOctal(next)) {
      let value = 0;
      let digits = 0;
      while (digits < 3 && isOctal(bytes[at + 1])) {
        value = value * 8 + ((bytes[at + 1] ?? 48) - 48);
        digits++;
        at++;
      }
      text4 += String.fromCharCode(value % 256);
    } else text4 += "\\";
  }
  return text4;
}
function unescapeRawUnicode(bytes) {
  let text4 = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 92) {
      text4 += String.fromCharCode(byte);
      continue;
    }
    const kind = bytes[at + 1];
    if (kind === 92) {
      text4 += "\\\\";
      at++;
      continue;
    }
    const digits = kind === 117 ? 4 : kind === 85 ? 8 : 0;
    const code = digits === 0 ? Number.NaN : hexValue(bytes, at + 2, digits);
    if (Number.isNaN(code) || code > 1114111) text4 += "\\";
    else {
      text4 += String.fromCodePoint(code);
      at += 1 + digits;
    }
  }
  return text4;
}
var SIMPLE_ESCAPES = /* @__PURE__ */ new Map([
  [10, ""],
  [92, "\\"],
  [39, "'"],
  [34, '"'],
  [98, "\b"],
  [102, "\f"],
  [116, "	"],
  [110, "\n"],
  [114, "\r"],
  [118, "\v"],
  [97, "\x07"]
]);
function hexValue(bytes, from, digits) {
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const byte = bytes[at];
    if (!isHex(byte)) return Number.NaN;
    value = value * 16 + Number.parseInt(String.fromCharCode(byte ?? 0), 16);
  }
  return value;
}
function isHex(byte) {
  return byte !== void 0 && (byte >= 48 && byte <= 57 || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102);
}
function isOctal(byte) {
  return byte !== void 0 && byte >= 48 && byte <= 55;
}
// src/pickle/value/text.ts
var SHORT = 128;
var utf82 = new TextDecoder("utf-8", { ignoreBOM: true });
function textOf(value, read2) {
  if (typeof value === "object") return value.kind === "text" ? value.text : void 0;
  if (!isLazy(value)) return void 0;
  const flavour = lazyFlavour(value);
  if (flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL || flavour === FLOAT8 || flavour === LONG) return void 0;
  const length = lazyLength(value);
  const bytes = read2(lazyOffset(value), length);
  return bytes.length < length ? void 0 : decodeText(bytes, flavour);
}
function isText2(value, text4, read2) {
  if (isLazy(value) && lazyLength(value) !== text4.length && (lazyFlavour(value) === UTF82 || lazyFlavour(value) === LATIN1)) return false;
  return textOf(value, read2) === text4;
}
function decodeText(bytes, flavour) {
  switch (flavour) {
    case UTF82:
      return isShortAscii(bytes) ? latin1(bytes) : utf82.decode(bytes);
    case STRING_ESCAPE:
      return unescapeString(bytes);
    case RAW_UNICODE:
      return unescapeRawUnicode(bytes);
    case LATIN1:
      return latin1(bytes);
    default:
      return "";
  }
}
function isShortAscii(bytes) {
  if (bytes.length > SHORT) return false;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 128) return false;
  return true;
}
function bytesOf(value, read2, max) {
  if (typeof value === "object") {
    if (value.kind === "bytes") return value.bytes.length <= max ? value.bytes : void 0;
    if (value.kind !== "blob" || value.flavour !== BYTES_LITERAL && value.flavour !== BYTEARRAY_LITERAL && value.flavour !== LATIN1)
      return void 0;
    return value.length > max ? void 0 : complete(read2(value.offset, value.length), value.length);
  }
  if (!isLazy(value)) return void 0;
  const flavour = lazyFlavour(value);
  if (flavour === STRING_ESCAPE) return latin1Bytes(unescapeString(read2(lazyOffset(value), lazyLength(value))));
  if (flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL && flavour !== LATIN1) return void 0;
  return complete(read2(lazyOffset(value), lazyLength(value)), lazyLength(value));
}
function literalBytes(value, read2, max) {
  if (typeof value === "object") {
    if (value.kind !== "blob" || value.length > max) return void 0;
    return complete(read2(value.offset, value.length), value.length);
  }
  if (!isLazy(value)) return void 0;
  if (lazyFlavour(value) === STRING_ESCAPE) return bytesOf(value, read2, max);
  return complete(read2(lazyOffset(value), lazyLength(value)), lazyLength(value));
}
function isBytes(value) {
  const flavour = typeof value === "object" ? value.kind === "blob" ? value.flavour : UTF82 : isLazy(value) ? lazyFlavour(value) : UTF82;
  return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL;
}
function latin1Bytes(text4) {
  const bytes = new Uint8Array(text4.length);
  for (let at = 0; at < text4.length; at++) {
    const code = text4.charCodeAt(at);
    if (code > 255) return void 0;
    bytes[at] = code;
  }
  return bytes;
}
function complete(bytes, length) {
  return bytes.length < length ? void 0 : bytes;
}
// src/pickle/resolve/evaluate.ts
var MAX_TEXT2 = 4096;
var MAX_PAYLOAD = 1 << 24;
var MAX_STEPS = 24;
function resolveText(value, read2, steps2 = MAX_STEPS) {
  const literal = textOf(value, read2);
  if (literal !== void 0) return literal.length > MAX_TEXT2 ? void 0 : literal;
  if (!(value instanceof Result) || steps2 <= 0) return void 0;
  const text4 = textCall(value, read2, steps2 - 1);
  return text4 === void 0 || text4.length > MAX_TEXT2 ? void 0 : text4;
}
function textCall(call, read2, steps2) {
  const [first2, second] = call.args;
  const name = calledName(call);
  if (name === void 0 || first2 === void 0) return void 0;
  switch (name) {
    case "_operator.add":
    case "_operator.concat":
    case "_operator.iadd":
    case "_operator.iconcat":
    case "builtins.str.__add__":
      return second === void 0 ? void 0 : concat2(resolveText(first2, read2, steps2), resolveText(second, read2, steps2));
    case "builtins.str.join":
      return second === void 0 ? void 0 : join(resolveText(first2, read2, steps2), second, read2, steps2);
    case "builtins.str":
    case "builtins.str.__str__":
    case "numpy.str_":
    case "numpy.unicode_":
      return resolveText(first2, read2, steps2);
    case "_codecs.decode":
    case "codecs.decode":
    case "builtins.bytes.decode":
      return plainCodec(second, read2) ? decoded2(resolveBytes(first2, read2, steps2)) : void 0;
    case "builtins.chr":
      return isInteger(first2) && integerOf(first2) >= 0 && integerOf(first2) < 1114112 ? String.fromCodePoint(integerOf(first2)) : void 0;
    default:
      return void 0;
  }
}
function resolveBytes(value, read2, steps2 = MAX_STEPS) {
  const literal = bytesOf(value, read2, MAX_PAYLOAD);
  if (literal !== void 0) return literal;
  if (!(value instanceof Result) || steps2 <= 0) return void 0;
  const [first2, second] = value.args;
  const name = calledName(value);
  if (name === void 0 || first2 === void 0) return void 0;
  switch (name) {
    case "_codecs.encode":
    case "codecs.encode":
    case "builtins.str.encode":
      return encodedBy(second, longText(first2, read2, steps2 - 1), read2);
    case "_codecs.latin_1_encode":
      return encoded(longText(first2, read2, steps2 - 1));
    case "base64.b64decode":
    case "base64.standard_b64decode":
    case "base64.urlsafe_b64decode":
    case "base64.decodebytes":
    case "base64.decodestring":
    case "binascii.a2b_base64":
      return fromText(first2, "base64", read2, steps2);
    case "binascii.unhexlify":
    case "binascii.a2b_hex":
    case "base64.b16decode":
    case "builtins.bytes.fromhex":
    case "builtins.bytearray.fromhex":
      return fromText(first2, "hex", read2, steps2);
    case "builtins.bytes":
    case "builtins.bytearray":
    case "_io.BytesIO":
    case "zlib.decompress":
    case "gzip.decompress":
    case "bz2.decompress":
    case "lzma.decompress":
      return resolveBytes(first2, read2, steps2 - 1) ?? encoded(longText(first2, read2, steps2 - 1));
    case "_codecs.decode":
    case "codecs.decode":
      return decodeBinaryCodec(first2, second, read2, steps2);
    case "_operator.add":
    case "_operator.concat":
      return second === void 0 ? void 0 : joinBytes(resolveBytes(first2, read2, steps2 - 1), resolveBytes(second, read2, steps2 - 1));
    default:
      return void 0;
  }
}
function calledName(call) {
  return call.callee instanceof GlobalRef ? canonical(call.callee) : void 0;
}
function boundJoin(separator, list2, offset) {
  return new Result(STR_JOIN, [separator, list2], "reduce", offset);
}
var STR_JOIN = new GlobalRef("builtins", "str.join", true);
var C_NAMES = /* @__PURE__ */ new Map([
  ["operator", "_operator"],
  ["io", "_io"],
  ["_pyio", "_io"],
  ["__builtin__", "builtins"]
]);
function canonical(ref) {
  ref.canonical ??= `${C_NAMES.get(ref.module) ?? ref.module}.${ref.name}`;
  return ref.canonical;
}
function longText(value, read2, steps2) {
  if (value instanceof Blob && value.flavour < BYTES_LITERAL && value.length <= MAX_PAYLOAD) {
    const bytes = read2(value.offset, value.length);
    return bytes.length < value.length ? void 0 : decodeText(bytes, value.flavour);
  }
  return resolveText(value, read2, steps2);
}
function fromText(value, encoding, read2, steps2) {
  const bytes = resolveBytes(value, read2, steps2 - 1);
  const text4 = bytes ? latin1(bytes) : longText(value, read2, steps2 - 1);
  return text4 === void 0 ? void 0 : new Uint8Array(Buffer.from(text4, encoding));
}
function plainCodec(codec, read2) {
  const name = codec === void 0 ? "utf8" : textOf(codec, read2);
  return name !== void 0 && /^(?:utf[-_]?8|latin[-_]?1|iso[-_]?8859[-_]?1|ascii|us[-_]?ascii)$/i.test(name);
}
function decodeBinaryCodec(value, codec, read2, steps2) {
  const name = codec === void 0 ? void 0 : textOf(codec, read2)?.toLowerCase().replace(/[-_]?codec$/, "");
  if (name === "hex") return fromText(value, "hex", read2, steps2);
  if (name === "base64") return fromText(value, "base64", read2, steps2);
  return name === "zlib" || name === "zip" || name === "bz2" ? resolveBytes(value, read2, steps2 - 1) : void 0;
}
function encodedBy(codec, text4, read2) {
  const name = codec === void 0 ? "utf8" : textOf(codec, read2) ?? "";
  if (text4 !== void 0 && /^raw[-_]unicode[-_]escape$/i.test(name)) return latin1Bytes(text4.replace(/[^\0-\xff]/gu, unicodeEscape));
  if (text4 === void 0 || !plainCodec(codec, read2)) return void 0;
  return /^utf/i.test(name) ? new TextEncoder().encode(text4) : latin1Bytes(text4);
}
function unicodeEscape(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
function encoded(text4) {
  return text4 === void 0 ? void 0 : latin1Bytes(text4) ?? new TextEncoder().encode(text4);
}
function decoded2(bytes) {
  return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
}
function concat2(left, right) {
  return left === void 0 || right === void 0 ? void 0 : left + right;
}
function joinBytes(left, right) {
  if (left === void 0 || right === void 0 || left.length + right.length > MAX_PAYLOAD) return void 0;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
function join(separator, list2, read2, steps2) {
  if (separator === void 0 || typeof list2 === "number" || !("items" in list2) || list2.more) return void 0;
  const parts3 = [];
  for (const item of list2.items) {
    const part = resolveText(item, read2, steps2);
    if (part === void 0) return void 0;
    parts3.push(part);
  }
  return parts3.join(separator);
}
// src/pickle/value/code-object.ts
var CODE_FACTORIES = /* @__PURE__ */ new Set(["types.CodeType", "new.code", "builtins.code", "dill._dill._create_code", "dill.dill._create_code"]);
var TYPES_BY_NAME = /* @__PURE__ */ new Set(["_builtin_type", "_load_type"]);
var TYPE_LOADER = /(?:^|\.)(?:cloudpickle(?:\.cloudpickle(?:_fast)?)?|dill(?:\._dill|\.dill)?)\.(?:_builtin_type|_load_type)$/;
var NOTHING = new Uint8Array(0);
var MAX_NESTING2 = 4;
function returnsTypeByName(name) {
  return name.endsWith("_type") && TYPE_LOADER.test(name);
}
function buildsCode(callee, name, read2) {
  if (name !== void 0) return CODE_FACTORIES.has(name);
  if (!(callee instanceof Result) || !(callee.callee instanceof GlobalRef) || !TYPES_BY_NAME.has(callee.callee.name)) return false;
  const [type] = callee.args;
  return type !== void 0 && textOf(type, read2) === "CodeType";
}
function pickledCode(args, read2) {
  const tuples = [];
  const texts2 = [];
  let bytecode = NOTHING;
  for (const arg of args) {
    if (arg instanceof Sequence) tuples.push(arg);
    else if (arg === TUPLE) tuples.push(void 0);
    else {
      const text4 = tuples.length === 0 ? void 0 : textOf(arg, read2);
      if (text4 !== void 0) texts2.push(text4);
      else if (tuples.length === 0) bytecode = longest(bytecode, resolveBytes(arg, read2));
    }
  }
  return {
    filename: texts2[0] ?? "",
    name: texts2[1] ?? "",
    names: textsOf(tuples[1], read2),
    strings: textsOf(tuples[0], read2),
    bytecode,
    recent: texts2.length >= 3
  };
}
function longest(one, other2) {
  return other2 !== void 0 && other2.length > one.length ? other2 : one;
}
function textsOf(sequence, read2, depth = 0) {
  const found2 = [];
  for (const item of sequence?.items ?? []) {
    const text4 = textOf(item, read2);
    if (text4 !== void 0) found2.push(text4);
    else if (item instanceof Sequence && depth < MAX_NESTING2) found2.push(...textsOf(item, read2, depth + 1));
  }
  return found2;
}
// src/pickle/value/partials.ts
function isPartial(name) {
  return name === "functools.partial" || name === "_functools.partial";
}
function partialOf(state) {
  if (!(state instanceof Sequence) || state.items.length !== 4) return [UNKNOWN];
  const [fn = UNKNOWN, args = UNKNOWN, keywords = NONE2] = state.items;
  const given = args instanceof Sequence && !args.more ? args.items : [UNKNOWN];
  const named = keywords === NONE2 || keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more ? [] : [keywords];
  return [fn, ...given, ...named];
}
// src/pickle/emit/shipped-source.ts
var MAX_SOURCE2 = 4 * 2 ** 20;
var RECONSTRUCTS = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/;
var NETWORK = /(?:^|\.)(?:tflib\.network|tfutil)\.Network$/;
function sourceRunBy(name) {
  return RECONSTRUCTS.test(name) ? "call" : NETWORK.test(name) ? "state" : void 0;
}
function placeOfSource(given, by, read2) {
  return by === "call" ? placeIn(given, "module_src", "class_name", read2) : placeIn(given, "build_module_src", "build_func_name", read2);
}
function placeIn(meta, key, nameKey, read2) {
  if (!(meta instanceof Dict)) return { value: void 0, name: void 0 };
  let value;
  let name;
  let known = !meta.more && !meta.incomplete;
  for (let at = 0; at + 1 < meta.entries.length; at += 2) {
    const written2 = meta.entries[at];
    const text4 = written2 === void 0 ? void 0 : textOf(written2, read2);
    if (text4 === void 0) known = false;
    else if (text4 === key) value = meta.entries[at + 1];
    else if (text4 === nameKey) name = meta.entries[at + 1];
  }
  return { value: known ? value : void 0, name };
}
function sourceAt({ value, name }, read2) {
  return {
    text: value === void 0 ? void 0 : literalText(value, read2),
    name: (name === void 0 ? void 0 : resolveText(name, read2)) ?? "?"
  };
}
function literalText(value, read2) {
  if (typeof value === "number") return textOf(value, read2);
  if (!(value instanceof Blob) || value.flavour >= BYTES_LITERAL || value.length > MAX_SOURCE2) return void 0;
  const bytes = read2(value.offset, value.length);
  return bytes.length < value.length ? void 0 : decodeText(bytes, value.flavour);
}
// src/pickle/resolve/reconstructors.ts
var NEW = ".__new__";
var restArguments = { cls: 0, newobj: (args) => ({ args: args.slice(1), state: void 0 }) };
var array = { cls: 0 };
var RECONSTRUCTORS = /* @__PURE__ */ new Map([
  // Lib/copyreg.py: picklers write these instead of NEWOBJ and NEWOBJ_EX.
  ["copyreg.__newobj__", restArguments],
  ["copyreg.__newobj_ex__", { cls: 0, newobj: withKeywords }],
  ["copyreg._reconstructor", { cls: 0, newobj: ofBase }],
  // numpy/_core/src/multiarray/multiarraymodule.c: array__reconstruct.
  ["numpy.core.multiarray._reconstruct", array],
  ["numpy._core.multiarray._reconstruct", array],
  // torch/_tensor.py and torch/_utils.py: a tensor of a subclass, and one with attributes.
  ["torch._tensor._rebuild_from_type_v2", { cls: 1, state: 3 }],
  ["torch._utils._rebuild_parameter_with_state", { state: 3 }]
]);
function ofBase([, base = UNKNOWN, state = NONE2]) {
  const plain2 = state === NONE2 && base instanceof GlobalRef && isObject(base);
  return { args: plain2 ? [] : [state], state: state === NONE2 ? void 0 : state };
}
function withKeywords([, args = UNKNOWN, keywords = NONE2]) {
  const given = args instanceof Sequence && !args.more ? args.items : [UNKNOWN];
  const none = keywords === NONE2 || keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more;
  return { args: none ? given : [...given, keywords], state: none ? void 0 : keywords };
}
function reconstructorOf(name) {
  return RECONSTRUCTORS.get(name.startsWith("copy_reg.") ? `copyreg.${name.slice("copy_reg.".length)}` : name);
}
function makingBy(name, args) {
  const [cls = UNKNOWN] = args;
  if (typeof cls !== "object") return void 0;
  const newobj = reconstructorOf(name)?.newobj;
  if (newobj) return { cls, ...newobj(args) };
  return name.endsWith(NEW) && cls instanceof GlobalRef ? { cls, args: args.slice(1), state: void 0 } : void 0;
}
function stateGivenBy(name, args) {
  return args[reconstructorOf(name)?.state ?? -1];
}
function takesClassFirst(name) {
  return reconstructorOf(name)?.cls === 0;
}
function madeClass({ callee, args }) {
  if (!(callee instanceof GlobalRef)) return void 0;
  const cls = args[reconstructorOf(canonical(callee))?.cls ?? -1];
  return cls instanceof GlobalRef ? cls : void 0;
}
function ownerOfNew(name) {
  return name.endsWith(NEW) ? name.slice(0, -NEW.length) : void 0;
}
function isObject({ module, name }) {
  return name === "object" && (module === "builtins" || module === "__builtin__");
}
var MAX_SEARCHED = 2 ** 14;
function classOf(value, isAsked) {
  if (typeof value === "number") return value === UNKNOWN || value === EXTENSION || value === DROPPED ? "unknown" : void 0;
  if (value.kind === "persistent-id") return "unknown";
  if (!(value instanceof Result)) return void 0;
  const { callee } = value;
  if (callee instanceof GlobalRef) {
    const cls = madeClass(value) ?? callee;
    if (isAsked(cls)) return cls;
    if (value.via === "newobj") return cls;
    return value === callee.shared || mentions(value.args, isAsked) ? "unknown" : cls;
  }
  return mentions([callee, ...value.args], isAsked) ? "unknown" : void 0;
}
function mentions(values, isAsked) {
  const queue = [...values];
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at];
    if (at >= MAX_SEARCHED) return true;
    if (value === UNKNOWN || value === EXTENSION || value === DROPPED) return true;
    if (typeof value !== "object") continue;
    if (value instanceof GlobalRef) {
      if (isAsked(value)) return true;
    } else if (value instanceof Result) {
      if (value.callee instanceof GlobalRef ? isAsked(value.callee) && value.filledVia === 0 : true) queue.push(value.callee);
      queue.push(...value.args);
    } else if (value instanceof Dict || value instanceof Sequence) {
      if (value.more) return true;
      queue.push(...value instanceof Dict ? value.entries : value.items);
    }
  }
  return false;
}
// src/pickle/value/callables.ts
var MAX_CALLABLES = 32;
var MANY = new GlobalRef("", "", true);
var ANY = [MANY];
var METHOD_FACTORIES = /^(?:builtins getattr|_?operator (?:methodcaller|attrgetter|itemgetter))$/;
var BUILDERS = /^dill\._dill _create_array$|^jax\._src\.array _reconstruct_array$|^astropy\.units\.core _recreate_irreducible_unit$/;
function callablesOf(value) {
  if (typeof value !== "object") return void 0;
  if (value instanceof GlobalRef) return value.isHarmlessValue ? void 0 : [value];
  return "callables" in value ? value.callables : void 0;
}
function joinCallables(left, right) {
  if (left === void 0 || left === right) return right;
  if (right === void 0 || left.length === MAX_CALLABLES && left[MAX_CALLABLES - 1] === MANY) return left;
  const joined2 = /* @__PURE__ */ new Set([...left, ...right]);
  if (joined2.size === left.length) return left;
  return joined2.size <= MAX_CALLABLES ? [...joined2] : [...[...joined2].slice(0, MAX_CALLABLES - 1), MANY];
}
function callablesOfAll(values) {
  let callables;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value === "object") callables = joinCallables(callables, callablesOf(value));
  }
  return callables;
}
function callablesOfResult(callee, args) {
  callee.resultKind ??= resultKindOf(callee);
  const given = callablesOfAll(callee.resultKind === "instance" ? args.slice(1) : args);
  return callee.resultKind === "method" ? joinCallables(given, [callee]) : given;
}
function resultKindOf(callee) {
  const name = `${callee.module} ${callee.name}`;
  if (METHOD_FACTORIES.test(name)) return "method";
  return takesClassFirst(canonical(callee)) || BUILDERS.test(name) ? "instance" : "other";
}
function carriesUntrustedCallable(value) {
  return typeof value === "object" && !(value instanceof GlobalRef) && callablesOf(value) !== void 0;
}
function addCallables(target, callables) {
  if (callables !== void 0 && typeof target === "object" && (target instanceof Result || "callables" in target))
    target.callables = joinCallables(target.callables, callables);
}
// src/pickle/value/preview.ts
var MAX_SHOWN = 1024;
var MAX_NODES = 160;
var CUT = { kind: "unknown", what: "\u2026" };
function preview(value, read2, budget = { nodes: MAX_NODES }) {
  budget.nodes--;
  if (budget.nodes < 0) return CUT;
  if (typeof value === "number") return previewCode(value, read2);
  return previewObject(value, read2, budget);
}
function calleeOf(value, read2, budget = { nodes: MAX_NODES }) {
  if (typeof value === "object") {
    if (value.kind === "global") return { kind: "global", module: value.module, name: value.name, computed: value.computed };
    if (value.kind === "result" && isGetattr(value.callee) && value.args.length >= 2) {
      const name = textOf(value.args[1] ?? NONE2, read2);
      if (name !== void 0) return { kind: "method", of: preview(value.args[0] ?? NONE2, read2, budget), name };
    }
  }
  return { kind: "unknown", of: preview(value, read2, budget) };
}
function isGetattr(callee) {
  return typeof callee === "object" && callee.kind === "global" && callee.name === "getattr" && callee.module === "builtins";
}
function previewCode(code, read2) {
  if (isInteger(code)) return { kind: "int", text: String(integerOf(code)) };
  if (isLazy(code)) return previewLazy(code, read2);
  switch (code) {
    case NONE2:
      return { kind: "none" };
    case TRUE:
      return { kind: "bool", value: true };
    case FALSE:
      return { kind: "bool", value: false };
    case FLOAT:
      return { kind: "float", text: "\u2026" };
    case INT:
      return { kind: "int", text: "\u2026" };
    case TEXT3:
      return { kind: "text", text: "\u2026", length: Number.MAX_SAFE_INTEGER };
    case BYTES2:
      return { kind: "bytes", head: new Uint8Array(0), length: Number.MAX_SAFE_INTEGER };
    case TUPLE:
      return { kind: "tuple", items: [], more: true };
    case LIST2:
      return { kind: "list", items: [], more: true };
    case SET:
      return { kind: "set", items: [], more: true };
    case FROZENSET:
      return { kind: "frozenset", items: [], more: true };
    case DICT:
      return { kind: "dict", entries: [], more: true };
    case EXTENSION:
      return { kind: "unknown", what: "extension code" };
    case BUFFER2:
      return { kind: "unknown", what: "out-of-band buffer" };
    case DROPPED:
      return { kind: "unknown", what: "memo entry that was given up" };
    default:
      return { kind: "unknown", what: "unknown value" };
  }
}
function previewLazy(code, read2) {
  const flavour = lazyFlavour(code);
  const length = lazyLength(code);
  const bytes = read2(lazyOffset(code), length);
  switch (flavour) {
    case BYTES_LITERAL:
    case BYTEARRAY_LITERAL:
      return { kind: "bytes", head: bytes.slice(), length };
    case FLOAT8:
      return { kind: "float", text: bytes.length < 8 ? "\u2026" : String(new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)) };
    case LONG:
      return { kind: "int", text: longText2(bytes) };
    default: {
      const text4 = decodeText(bytes, flavour);
      return { kind: "text", text: text4, length: text4.length };
    }
  }
}
function longText2(bytes) {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = value << 8n | BigInt(bytes[at] ?? 0);
  if (bytes.length > 0 && (bytes[bytes.length - 1] ?? 0) >= 128) value -= 1n << BigInt(8 * bytes.length);
  return bytes.length > 16 ? `0x${value.toString(16)}` : value.toString();
}
function callablesField(callables) {
  return callables ? { callables: callableNames(callables) } : {};
}
function callableNames(callables) {
  return callables.map(({ module, name }) => ({ module, name }));
}
function previewOf(value, read2, escapedCallables) {
  return preview(value, read2, { nodes: MAX_NODES, escapedCallables });
}
function previewObject(value, read2, budget) {
  switch (value.kind) {
    case "global":
      return { kind: "global", module: value.module, name: value.name };
    case "module":
      return { kind: "module", module: value.module };
    case "text":
      return { kind: "text", text: value.text.slice(0, MAX_SHOWN), length: value.text.length };
    case "bytes":
      return { kind: "bytes", head: value.bytes.slice(0, MAX_SHOWN), length: value.bytes.length };
    case "blob": {
      const head = read2(value.offset, Math.min(value.length, MAX_SHOWN));
      if (value.flavour === BYTES_LITERAL || value.flavour === BYTEARRAY_LITERAL)
        return { kind: "bytes", head: head.slice(), length: value.length };
      if (value.flavour === LONG) return { kind: "int", text: "\u2026" };
      return { kind: "text", text: decodeText(head, value.flavour), length: value.length };
    }
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
      return {
        kind: value.kind,
        items: value.items.map((item) => preview(item, read2, budget)),
        more: value.more,
        ...value.more ? callablesField(value.callables) : {}
      };
    case "dict":
      return {
        kind: "dict",
        entries: previewEntries(value.entries, read2, budget),
        more: value.more,
        ...value.more ? callablesField(value.callables) : {}
      };
    case "result": {
      const hasState = (value.filledVia & opcodeBit("build")) !== 0;
      const callables = hasState ? joinCallables(value.callables, budget.escapedCallables) : value.callables;
      return {
        kind: "result",
        callee: calleeOf(value.callee, read2, budget),
        args: (value.replaced ?? value.args).map((arg) => preview(arg, read2, budget)),
        ...hasState ? { hasState } : {},
        ...callablesField(callables)
      };
    }
    case "persistent-id":
      return { kind: "persistent-id", id: preview(value.id, read2, budget) };
  }
}
function previewEntries(entries, read2, budget) {
  const shown = [];
  for (let at = 0; at + 1 < entries.length; at += 2) shown.push([preview(entries[at] ?? NONE2, read2, budget), CUT]);
  for (const ofObjects of [false, true]) {
    for (let at = 0; at < shown.length; at++) {
      const value = entries[2 * at + 1] ?? NONE2;
      const entry = shown[at];
      if (entry && isNested(value) === ofObjects) entry[1] = preview(value, read2, budget);
    }
  }
  return shown;
}
function isNested(value) {
  return typeof value === "object" && value.kind !== "text" && value.kind !== "bytes" && value.kind !== "blob" && value.kind !== "global";
}
// src/pickle/resolve/python2.ts
var MOVED_NAMES = [
  ["UserDict", "collections", "UserDict"],
  ["UserList", "collections", "UserList"],
  ["UserString", "collections", "UserString"],
  ["__builtin__", "functools", "reduce"],
  ["__builtin__", "sys", "intern"],
  ["_multiprocessing", "multiprocessing.connection", "Connection"],
  ["_socket", "socket", "fromfd"],
  [
    "exceptions",
    "builtins",
    `ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
    EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
    IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError
    PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError
    SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`
  ],
  ["multiprocessing", "multiprocessing.context", "AuthenticationError BufferTooShort ProcessError TimeoutError"],
  ["multiprocessing.forking", "multiprocessing.popen_fork", "Popen"],
  ["multiprocessing.process", "multiprocessing.context", "Process"],
  ["urllib", "urllib.error", "ContentTooShortError"],
  ["urllib", "urllib.parse", "quote quote_plus unquote unquote_plus urlencode"],
  ["urllib", "urllib.request", "getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve"],
  ["urllib2", "urllib.error", "HTTPError URLError"],
  ["whichdb", "dbm", "whichdb"]
];
var RENAMED2 = [
  ["UserDict", "IterableUserDict", "collections", "UserDict"],
  ["__builtin__", "basestring", "builtins", "str"],
  ["__builtin__", "long", "builtins", "int"],
  ["__builtin__", "unichr", "builtins", "chr"],
  ["__builtin__", "unicode", "builtins", "str"],
  ["__builtin__", "xrange", "builtins", "range"],
  ["exceptions", "StandardError", "builtins", "Exception"],
  ["itertools", "ifilter", "builtins", "filter"],
  ["itertools", "ifilterfalse", "itertools", "filterfalse"],
  ["itertools", "imap", "builtins", "map"],
  ["itertools", "izip", "builtins", "zip"],
  ["itertools", "izip_longest", "itertools", "zip_longest"],
  ["socket", "_socketobject", "socket", "SocketType"]
];
var MOVED_MODULES = {
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  ConfigParser: "configparser",
  Cookie: "http.cookies",
  Dialog: "tkinter.dialog",
  DocXMLRPCServer: "xmlrpc.server",
  FileDialog: "tkinter.filedialog",
  HTMLParser: "html.parser",
  Queue: "queue",
  ScrolledText: "tkinter.scrolledtext",
  SimpleDialog: "tkinter.simpledialog",
  SimpleHTTPServer: "http.server",
  SimpleXMLRPCServer: "xmlrpc.server",
  SocketServer: "socketserver",
  StringIO: "io",
  Tix: "tkinter.tix",
  Tkconstants: "tkinter.constants",
  Tkdnd: "tkinter.dnd",
  Tkinter: "tkinter",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
  __builtin__: "builtins",
  _abcoll: "collections.abc",
  _elementtree: "xml.etree.ElementTree",
  _winreg: "winreg",
  anydbm: "dbm",
  cPickle: "pickle",
  cStringIO: "io",
  commands: "subprocess",
  cookielib: "http.cookiejar",
  copy_reg: "copyreg",
  dbhash: "dbm.bsd",
  dbm: "dbm.ndbm",
  dumbdbm: "dbm.dumb",
  dummy_thread: "_dummy_thread",
  gdbm: "dbm.gnu",
  htmlentitydefs: "html.entities",
  httplib: "http.client",
  markupbase: "_markupbase",
  repr: "reprlib",
  robotparser: "urllib.robotparser",
  "test.test_support": "test.support",
  thread: "_thread",
  tkColorChooser: "tkinter.colorchooser",
  tkCommonDialog: "tkinter.commondialog",
  tkFileDialog: "tkinter.filedialog",
  tkFont: "tkinter.font",
  tkMessageBox: "tkinter.messagebox",
  tkSimpleDialog: "tkinter.simpledialog",
  ttk: "tkinter.ttk",
  urllib2: "urllib.request",
  urlparse: "urllib.parse",
  whichdb: "dbm",
  xmlrpclib: "xmlrpc.client"
};
var names = /* @__PURE__ */ new Map();
for (const [from, to, list2] of MOVED_NAMES) for (const name of list2.split(/\s+/)) names.set(`${from} ${name}`, { module: to, name });
for (const [from, name, module, toName] of RENAMED2) names.set(`${from} ${name}`, { module, name: toName });
var modules = new Map(Object.entries(MOVED_MODULES));
function python3Name(module, name) {
  const exact = names.get(`${module} ${name}`);
  if (exact) return exact;
  const moved = modules.get(module);
  return moved === void 0 ? void 0 : { module: moved, name };
}
// src/pickle/resolve/imports.ts
var MAX_GLOBALS = 2 ** 16;
var Imports = class {
  /** Set when a limit is passed; the machine stops there. */
  limit;
  /** Whether a name was imported that runs source in dicts of the file. */
  runsSource = false;
  globals = /* @__PURE__ */ new Map();
  emitter;
  read;
  constructor(emitter, read2) {
    this.emitter = emitter;
    this.read = read2;
  }
  /**
   * Imports a name as the file (or the pickle\u2019s own arithmetic) spells it; under Python 3\u2019s name where Python 2 had
   * another.
   */
  named(module, name, computed, offset) {
    const key = `${module}
${name}
${computed ? 1 : 0}`;
    const known = this.globals.get(key);
    if (known) return known;
    if (this.globals.size >= MAX_GLOBALS) this.limit = `more than ${MAX_GLOBALS} different names are imported`;
    if (hasControl(module) || hasControl(name)) this.emitter.oddity("nul-in-name", `${module}.${name}`, offset);
    const cut2 = cutAtNul(module);
    const renamed2 = python3Name(cut2, name);
    const ref = new GlobalRef(renamed2?.module ?? cut2, renamed2?.name ?? name, computed);
    ref.source = sourceRunBy(`${ref.module}.${ref.name}`);
    if (ref.source !== void 0) this.runsSource = true;
    this.globals.set(key, ref);
    const fact = {
      kind: "global",
      module: ref.module,
      name: ref.name,
      ...ref.module !== module || ref.name !== name ? { written: { module, name } } : {},
      computed,
      offset,
      stream: this.emitter.stream
    };
    ref.isHarmlessValue = this.emitter.listener.harmless(fact);
    this.emitter.emit(fact);
    return ref;
  }
  /** STACK_GLOBAL: both operands should be literals. */
  fromValues(module, name, offset) {
    const literalModule = textOf(module, this.read);
    const literalName = textOf(name, this.read);
    if (literalModule !== void 0 && literalName !== void 0 && typeof module === "number" && typeof name === "number") {
      return this.named(literalModule, literalName, false, offset);
    }
    this.emitter.emit({
      kind: "dynamic-global",
      module: preview(module, this.read),
      name: preview(name, this.read),
      offset,
      stream: this.emitter.stream
    });
    const resolvedModule = resolveText(module, this.read);
    const resolvedName = resolveText(name, this.read);
    return resolvedModule === void 0 || resolvedName === void 0 ? UNKNOWN : this.named(resolvedModule, resolvedName, true, offset);
  }
};
function cutAtNul(name) {
  const nul = name.indexOf("\0");
  return nul < 0 ? name : name.slice(0, nul);
}
function hasControl(name) {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
// src/pickle/resolve/attributes.ts
var ForwardedCall = class {
  callee;
  args;
  constructor(callee, args) {
    this.callee = callee;
    this.args = args;
  }
};
var Attributes = class {
  imports;
  read;
  constructor(imports, read2) {
    this.imports = imports;
    this.read = read2;
  }
  /**
   * Returns what calling a result comes to: partial objects, getters of operator and bound methods of literals forward
   * to other calls.
   */
  unwrap(callee, args, offset) {
    if (!(callee.callee instanceof GlobalRef)) return void 0;
    const [first2, ...rest] = callee.replaced ?? callee.args;
    const target = args[0];
    const name = canonical(callee.callee);
    if (isPartial(name)) return first2 === void 0 ? void 0 : new ForwardedCall(first2, [...rest, ...args]);
    switch (name) {
      case "_operator.attrgetter": {
        const name2 = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        return name2 === void 0 || target === void 0 ? void 0 : this.attribute(target, name2, offset);
      }
      case "_operator.methodcaller": {
        const name2 = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        const method = name2 === void 0 || target === void 0 ? void 0 : this.attribute(target, name2, offset);
        return method === void 0 ? void 0 : new ForwardedCall(method, rest);
      }
      case "builtins.getattr": {
        const list2 = args[0];
        const isJoin = rest[0] !== void 0 && textOf(rest[0], this.read) === "join" && first2 !== void 0 && list2 !== void 0;
        return isJoin && resolveText(first2, this.read) !== void 0 ? boundJoin(first2, list2, offset) : void 0;
      }
      default:
        return void 0;
    }
  }
  /**
   * Returns the name or module that a call returns: `getattr` of a known object with a literal, and imports by name.
   */
  resolveCall(name, args, offset) {
    const [first2, second] = args;
    if (returnsTypeByName(name)) {
      const type = first2 === void 0 || args.length !== 1 ? void 0 : plainType(resolveText(first2, this.read) ?? "");
      return type && this.imports.named(...type, true, offset);
    }
    switch (name) {
      case "builtins.getattr":
      case "builtins.object.__getattribute__":
      case "builtins.type.__getattribute__": {
        const attribute = second === void 0 ? void 0 : resolveText(second, this.read);
        return attribute === void 0 || first2 === void 0 ? void 0 : this.attribute(first2, attribute, offset);
      }
      case "importlib.import_module":
      case "importlib.__import__":
      case "importlib._bootstrap._gcd_import":
      case "builtins.__import__":
      case "dill._dill._import_module":
      case "cloudpickle.cloudpickle.subimport": {
        const module = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        return module === void 0 ? void 0 : new ModuleRef(cutAtNul(module));
      }
      default:
        return void 0;
    }
  }
  attribute(target, name, offset) {
    if (target instanceof ModuleRef) return this.imports.named(target.module, name, true, offset);
    if (target instanceof GlobalRef) return this.imports.named(target.module, `${target.name}.${name}`, true, offset);
    return void 0;
  }
};
// src/pickle/resolve/loaders.ts
var MAX_COPIED = 32 * 1024;
var LOADERS = new Set(
  [
    "_pickle.loads _pickle.load _pickle._loads pickle.loads pickle.load pickle._loads pickle._load pickle.Unpickler _pickle.Unpickler",
    "cPickle.loads cPickle.load dill.loads dill._dill.loads dill.load cloudpickle.loads cloudpickle.cloudpickle.loads joblib.load",
    "torch.load torch.serialization.load torch.storage._load_from_bytes torch.jit.load pandas.read_pickle numpy.load",
    "marshal.loads multiprocessing.reduction.ForkingPickler.loads lib2to3.pgen2.grammar.Grammar.loads numba.core.serialize._unpickle__CustomPickled"
  ].flatMap((line) => line.split(" "))
);
var UNPICKLED_ENTRY = "__cuda_dependent_attributes__";
function isLoader(name) {
  return LOADERS.has(name);
}
function emitStatePayloads(cls, state, read2, listener, offset) {
  if (isBytes(state) || state instanceof Result && resolveBytes(state, read2) !== void 0)
    emitPayloads(canonical(cls), [state], read2, listener, offset);
  if (!(state instanceof Dict)) return;
  for (let at = 0; at + 1 < state.entries.length; at += 2) {
    const key = state.entries[at] ?? NONE2;
    if (isLazy(key) && lazyLength(key) === UNPICKLED_ENTRY.length && textOf(key, read2) === UNPICKLED_ENTRY)
      emitPayloads(canonical(cls), [state.entries[at + 1] ?? NONE2], read2, listener, offset);
  }
}
function emitPayloads(loader, args, read2, listener, offset) {
  for (const arg of args.slice(0, 3)) {
    if (arg instanceof Blob && arg.length > MAX_COPIED && (arg.flavour === BYTES_LITERAL || arg.flavour === BYTEARRAY_LITERAL)) {
      listener.nested({ offset: arg.offset, length: arg.length }, loader, offset);
      continue;
    }
    const bytes = resolveBytes(arg, read2);
    if (bytes === void 0 && arg === args[0] && (arg === BYTES2 || arg instanceof Blob || arg instanceof Result)) {
      listener.observe({
        kind: "incomplete",
        why: "limit",
        detail: `what ${loader} is given was not looked into: it is too long, or is computed in a way that is not known`,
        offset
      });
    }
    if (bytes !== void 0 && bytes.length > 0) listener.nested(bytes, loader, offset);
  }
}
// src/types/loading-methods.ts
var METHODS = new Set(
  `append extend add setdefault get items keys values update pop popitem put copy clear close read write replace total_seconds
  as_integer_ratio reshape asformat astype get_params set_params extra_repr _get_name forward compute_weight collate_fn get_iterator
  register_parameter register_buffer add_module _key_to_attr _get_item_by_idx _get_abs_string_index _updated_ctor_param _attach_methods
  _build_f _patch_step_function _build_params_for_reducer _build_debug_param_to_name_mapping _ddp_init_helper _set_static_graph
  _set_test_evals _load_from_string _post_init _post_setstate _postinit _validate_vocabulary _load_container_from_state _convert_mask
  _make_methods _warn_for_older_version _restore_value _setup_normalizer _set_base_canvas _initialize init_poolmanager frombytes putpalette set_weight_bias free
  free_network _free _free_handle _cleanup _close _reset _stop _cancel _shutdown_workers _release_python_resources _release_abandoned_holds
  _destroy_resource _destruction_context _stop_run_if_exists _timer_stop _unsubscribe_all _after_fork _invalidate_cache _internal_poll
  cancel cleanup CleanUp Shutdown shutdown stop terminate unlink unregister unregister_callback unsubscribe detach deleter end_run is_alive
  is_closed is_closing is_running done wait _init_state _hash_impl utcoffset dst tzname fromutc
  _attach_argparser_methods _construct_argparser _construct_default_doc _construct_doc _construct_docstrings ensure_name
  _deserialize_model _set_trained_model_attributes _check_device _check_settable_attr _register_attribute deserialize _from_pydf load set_ setstate
  setfield _hash_key _hash_basis _hashable_content _verify_shard_order _assign_modules_buffers _log_and_throw _passing_sync_batchnorm_handle
  profile_hook_step is_frozen _format_and_raise`.split(/\s+/)
);
var DATA = new Set(
  `__doc__ __name__ __qualname__ __module__ __dict__ __wrapped__ __annotations__ __defaults__ __kwdefaults__ __code__ __globals__ __closure__
  __slots__ __weakref__ __signature__ __file__ __path__ __version__ __orig_class__ __args__ __parameters__ __origin__ __match_args__ __all__`.split(
    /\s+/
  )
);
function isCalledWhileLoading(name) {
  return METHODS.has(name) || name.length > 4 && name.startsWith("__") && name.endsWith("__") && !DATA.has(name);
}
// src/pickle/resolve/method-overrides.ts
var MAX_METHODS = 64;
var MAX_SEARCHED2 = 2 ** 14;
var MAX_SEARCHED_ALL = 2 ** 30;
var SHOWN = 60;
var MAX_METHOD = 80;
var MAX_REPORTED_ENTRIES = 32;
var TRUST = "trust_remote_code";
var MethodOverrides = class {
  /** Set when a limit is passed; the machine stops there. */
  limit;
  searched = 0;
  read;
  constructor(read2) {
    this.read = read2;
  }
  /**
   * Returns the method that an entry of a state overrides and that an opcode calls; an empty text where the key is
   * computed, undefined for all other entries. An entry that lets a library run code from elsewhere counts, too.
   */
  methodOf(key, value) {
    if (this.isTrust(key)) return value === FALSE || value === NONE2 ? void 0 : TRUST;
    if (!(value instanceof GlobalRef || value instanceof Result)) return void 0;
    if (isLazy(key) && lazyLength(key) > MAX_METHOD) return void 0;
    const name = resolveText(key, this.read);
    if (name === void 0) return key instanceof Result ? "" : void 0;
    return name === "args" || isCalledWhileLoading(name) ? name : void 0;
  }
  /**
   * Returns entries of a large state that carry callables, each by itself: a preview of the state shows only its first
   * entries.
   */
  entriesWithCallables(state) {
    if (!(state instanceof Dict) || state.callables === void 0) return [];
    let nodes = 0;
    for (const value of state.entries)
      nodes += value instanceof Dict ? value.entries.length : value instanceof Sequence ? value.items.length : value instanceof Result ? 4 : 1;
    const found2 = [];
    if (nodes < SHOWN) return found2;
    for (let at = 0; at + 1 < state.entries.length && found2.length < MAX_REPORTED_ENTRIES; at += 2) {
      const pair = state.entries.slice(at, at + 2);
      if (pair.some((value) => callablesOf(value) !== void 0)) found2.push(pair);
    }
    return found2;
  }
  /**
   * Whether this is the key `trust_remote_code`, with which transformers runs the code of a model: its value is no
   * object.
   */
  isTrust(key) {
    return isLazy(key) && lazyLength(key) === TRUST.length && resolveText(key, this.read) === TRUST;
  }
  /**
   * Finds the entries of a state for which `methodOf` returns a name, also in mappings inside it. For an attribute that
   * a class does not have, `__getattr__` may search a mapping of its state, as torch\u2019s modules do, whether that is a
   * dict or was built by a call. Level by level, since these lie near. The last pair of each name is enough. `hidden`:
   * one of them is where a preview of the state does not show it. `owner`: the instance, which is noted in the mappings
   * of its state.
   */
  inState(state, owner) {
    const found2 = /* @__PURE__ */ new Map();
    let seen = 0;
    const queue = typeof state === "object" ? [state] : [];
    for (let at = 0; at < queue.length && seen < MAX_SEARCHED2; at++) {
      const value = queue[at];
      if (typeof value !== "object") continue;
      if (value instanceof Dict && owner instanceof Result) value.owner ??= owner;
      const items2 = value instanceof Dict ? value.entries : value instanceof Sequence ? value.items : value instanceof Result ? value.args : [];
      const pairs = value instanceof Dict || value instanceof Sequence && items2.length === 2;
      for (let item = 0; item < items2.length; item++) {
        const child = items2[item] ?? NONE2;
        const key = pairs && item % 2 === 1 ? items2[item - 1] ?? NONE2 : void 0;
        const name = key === void 0 ? void 0 : this.methodOf(key, child);
        if (key !== void 0 && name !== void 0 && (name !== "" || at === 0) && found2.size < MAX_METHODS)
          found2.set(name === "" ? `#${found2.size}` : name, [key, child]);
        if (typeof child === "object") queue.push(child);
      }
      seen += items2.length;
      this.searched += items2.length;
    }
    if (this.searched > MAX_SEARCHED_ALL) this.limit ??= "more states of instances are built than are searched for methods";
    return { found: found2, hidden: found2.size > 0 && seen > SHOWN };
  }
};
// src/pickle/value/later-callables.ts
var MAX_CLASSES = 4096;
var LaterCallables = class {
  classes = [];
  emitter;
  constructor(emitter) {
    this.emitter = emitter;
  }
  /** Notes that an instance has got arguments, or a state that is more than a literal. */
  noteFilled(instance, offset) {
    const { callee } = instance;
    const cls = madeClass(instance) ?? (callee instanceof GlobalRef ? callee : void 0);
    if (cls === void 0 || cls.hasFilledInstances || cls.isHarmlessValue) return;
    cls.hasFilledInstances = true;
    if (this.classes.length < MAX_CLASSES) this.classes.push(cls);
    else this.emitter.later(cls, ANY, offset);
  }
  /** Reports that an object which is part of others gets callables. */
  add(callables, offset) {
    this.emitter.escape(callables);
    for (const cls of this.classes) {
      const all = joinCallables(cls.laterCallables, callables);
      if (all === cls.laterCallables) continue;
      cls.laterCallables = all;
      this.emitter.later(cls, callables, offset);
    }
  }
};
// src/pickle/emit/constant-emitter.ts
var MAX_CONSTANTS = 4096;
var ConstantEmitter = class {
  count = 0;
  listener;
  read;
  constructor(listener, read2) {
    this.listener = listener;
    this.read = read2;
  }
  /** Passes one to `PickleListener.constant`. */
  emit(literal, offset) {
    if (this.count++ >= MAX_CONSTANTS) return;
    const bytes = literalBytes(literal, this.read, MAX_PAYLOAD);
    if (bytes !== void 0) this.listener.constant(bytes, !isBytes(literal), offset);
  }
};
// src/pickle/emit/fact-emitter.ts
var FactEmitter = class {
  listener;
  stream;
  /** Callables that objects got after they had become part of others: any instance with a state may have them now. */
  escapedCallables;
  read;
  opcodeAt;
  /** `opcodeAt`: returns the name of the opcode at an offset, where its byte is in memory. */
  constructor(listener, read2, stream, opcodeAt) {
    this.listener = listener;
    this.read = read2;
    this.stream = stream;
    this.opcodeAt = opcodeAt;
  }
  /**
   * Adds the opcode to a new observation and sends it: a copy of each would cost more than all other work for a call.
   */
  emit(fact) {
    const opcode = this.opcodeAt(fact.offset);
    if (opcode !== void 0) fact.opcode = opcode;
    return this.listener.observe(fact);
  }
  /**
   * Reports a call, or a change of an instance. `of`: the class of the instance, where it is not the callee. Returns
   * the listener\u2019s answer.
   */
  call(callee, args, via, offset, of4) {
    const own2 = callablesOfAll(args);
    const callables = via === "build" && typeof args[0] === "object" ? joinCallables(own2, this.escapedCallables) : own2;
    return this.emit({
      kind: "call",
      callee: calleeOf(callee, this.read),
      args: args.map((arg) => previewOf(arg, this.read, this.escapedCallables)),
      via,
      ...callables === void 0 ? {} : { callables: callableNames(callables) },
      ...of4 === void 0 ? {} : { of: { module: of4.module, name: of4.name } },
      offset,
      stream: this.stream
    });
  }
  /** Reports that instances of a class may have these callables from now on. */
  later(cls, callables, offset) {
    this.listener.observe({
      kind: "later-callables",
      module: cls.module,
      name: cls.name,
      callables: callableNames(callables),
      offset,
      stream: this.stream
    });
  }
  /** From now on, any instance with a state may have these callables. */
  escape(callables) {
    this.escapedCallables = joinCallables(this.escapedCallables, callables);
  }
  /** Reports what no pickler writes. Returns the listener\u2019s answer. */
  oddity(oddity, detail, offset, callee) {
    const named = callee === void 0 ? {} : { callee };
    return this.listener.observe({ kind: "pickle-oddity", oddity, detail, ...named, offset, stream: this.stream });
  }
};
// src/pickle/emit/silence.ts
var NOTHING2 = 0;
var NUMBERS = 1;
var DATA2 = 2;
var VALUES = 3;
var UNTRUSTED = 4;
var MAX_NODES2 = 64;
var MAX_DEPTH22 = 4;
var MAX_COMPARED = 6;
function contentOf(values, anyEscaped) {
  return worstOf(values, anyEscaped, { left: MAX_NODES2 });
}
function worstOf(values, anyEscaped, budget) {
  let worst = NUMBERS;
  for (let at = 0; at < values.length; at++) {
    const content = contentIn(values[at] ?? NONE2, anyEscaped, budget);
    if (content > worst) worst = content;
    if (worst === UNTRUSTED) break;
  }
  return worst;
}
function contentIn(value, anyEscaped, budget) {
  if (typeof value === "number") return contentOfCode(value);
  if (budget.left-- <= 0) return UNTRUSTED;
  switch (value.kind) {
    case "text":
    case "bytes":
    case "blob":
      return DATA2;
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
    case "dict": {
      if (value.callables !== void 0) return UNTRUSTED;
      const inner = worstOf(value.kind === "dict" ? value.entries : value.items, anyEscaped, budget);
      return inner === NUMBERS ? DATA2 : inner;
    }
    case "global":
      return value.isHarmlessValue ? VALUES : UNTRUSTED;
    case "result":
      return value.callables !== void 0 || anyEscaped && value.filledVia !== 0 ? UNTRUSTED : VALUES;
    case "persistent-id":
      return VALUES;
    case "module":
      return UNTRUSTED;
  }
}
function contentOfCode(code) {
  if (code < 0) return NUMBERS;
  if (isLazy(code)) {
    const flavour = lazyFlavour(code);
    return flavour === FLOAT8 || flavour === LONG ? NUMBERS : DATA2;
  }
  switch (code) {
    case NONE2:
    case TRUE:
    case FALSE:
    case FLOAT:
    case INT:
      return NUMBERS;
    case TEXT3:
    case BYTES2:
    case TUPLE:
    case LIST2:
    case DICT:
    case SET:
    case FROZENSET:
      return DATA2;
    default:
      return UNTRUSTED;
  }
}
function isSilent(ref, args, via, anyEscaped) {
  if (ref.answeredUses === 0 && ref.lastAnswered === void 0) return false;
  const content = contentFor(args, via, anyEscaped);
  if (content === UNTRUSTED) return false;
  return (ref.answeredUses & bitOf(via, content)) !== 0 || content === VALUES && isLikeLastAnswered(ref, args, via);
}
function noteAnswer(ref, args, via, anyEscaped, answer) {
  if (answer === false) return;
  const content = contentFor(args, via, anyEscaped);
  if (content === UNTRUSTED) return;
  if (answer === "values") for (const each of [NOTHING2, NUMBERS, DATA2, VALUES]) ref.answeredUses |= bitOf(via, each);
  else if (content !== VALUES) ref.answeredUses |= bitOf(via, content);
  else if (args.every((arg) => isSteady(arg, true, 0))) ref.lastAnswered = { via, args, filledVia: filledViaIn(args) };
}
function contentFor(args, via, anyEscaped) {
  if (args.length === 0) return NOTHING2;
  const content = contentOf(args, anyEscaped);
  return content === VALUES && via === "build" && !args.every((state) => state instanceof Dict) ? UNTRUSTED : content;
}
function bitOf(via, content) {
  return opcodeBit(via) * 2 ** (8 * content);
}
function isLikeLastAnswered({ lastAnswered }, args, via) {
  if (lastAnswered === void 0 || lastAnswered.via !== via || lastAnswered.args.length !== args.length || args.length > MAX_COMPARED || filledViaIn(args) !== lastAnswered.filledVia)
    return false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? NONE2;
    const before = lastAnswered.args[at] ?? NONE2;
    if (arg === before ? !isSteady(arg, true, 0) : !isTwin(arg, before)) return false;
  }
  return true;
}
function isTwin(value, other2) {
  if (typeof value === "object" && typeof other2 === "object") {
    if (value instanceof Result)
      return other2 instanceof Result && value.callee === other2.callee && isEmptyInstance(value) && isEmptyInstance(other2);
    if (value instanceof PersistentId) return other2 instanceof PersistentId && isTwinId(value.id, other2.id);
  }
  const content = contentOfOne(value);
  return content <= DATA2 && content === contentOfOne(other2);
}
function isEmptyInstance({ args, via, filledVia, callables, replaced, callee }) {
  return args.length === 0 && via === "reduce" && filledVia === 0 && callables === void 0 && replaced === void 0 && callee instanceof GlobalRef;
}
function isTwinId(id, other2) {
  if (!isSteadyId(id) || !isSteadyId(other2) || id.items.length !== other2.items.length) return false;
  for (let at = 0; at < id.items.length; at++) {
    const item = id.items[at];
    const before = other2.items[at];
    if (item === before) continue;
    if (typeof item !== "number" || typeof before !== "number" || contentOfCode(item) !== contentOfCode(before)) return false;
  }
  return true;
}
function isSteadyId(id) {
  if (!(id instanceof Sequence) || id.kind !== "tuple" || id.more || id.callables !== void 0) return false;
  for (let at = 0; at < id.items.length; at++) {
    const item = id.items[at];
    if (typeof item === "number" ? contentOfCode(item) > DATA2 : !(item instanceof GlobalRef && item.isHarmlessValue)) return false;
  }
  return true;
}
function isSteady(value, mayHaveState, depth) {
  if (value instanceof PersistentId) return isSteadyId(value.id);
  if (!(value instanceof Result)) return typeof value === "number" || contentOfOne(value) <= DATA2;
  if (value.callables !== void 0 || value.replaced !== void 0 || depth > MAX_DEPTH22 || value.filledVia !== 0 && !mayHaveState)
    return false;
  return value.args.every((arg) => isSteady(arg, false, depth + 1));
}
function contentOfOne(value) {
  return typeof value === "number" ? contentOfCode(value) : contentIn(value, false, { left: MAX_NODES2 });
}
function filledViaIn(args) {
  let filledVia = 0;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg instanceof Result) filledVia = filledVia * 256 + arg.filledVia;
  }
  return filledVia;
}
// src/pickle/emit/source-emitter.ts
var MAX_SOURCES = 1024;
var SourceEmitter = class {
  emitted = /* @__PURE__ */ new Set();
  listener;
  read;
  constructor(listener, read2) {
    this.listener = listener;
    this.read = read2;
  }
  /** Reports the source in the first argument of such a call, or in such a state. */
  emit(given, by, offset) {
    const place = placeOfSource(given, by, this.read);
    if (this.emitted.has(place.value)) return;
    if (this.emitted.size > MAX_SOURCES) return;
    this.emitted.add(place.value);
    if (this.emitted.size <= MAX_SOURCES) return this.listener.source(sourceAt(place, this.read), offset);
    const detail = `more than ${MAX_SOURCES} texts of source that are run: the others were not read`;
    this.listener.observe({ kind: "incomplete", why: "limit", detail, offset });
  }
};
// src/pickle/emit/calls.ts
var MAX_UNWRAP = 16;
var MAX_EMPTY_CALLS = 1e4;
var PERSISTENT_LOAD = new GlobalRef("pickle", "Unpickler.persistent_load", true);
var Calls = class {
  emitter;
  imports;
  methodOverrides;
  later;
  constants;
  attributes;
  sources;
  /** The last computed callable that was called without arguments, and how often in a row. */
  computed = NONE2;
  computedTimes = 0;
  listener;
  read;
  /** `opcodeAt`: returns the name of the opcode at an offset, where its byte is in memory. */
  constructor(listener, read2, stream, opcodeAt) {
    this.listener = listener;
    this.read = read2;
    this.emitter = new FactEmitter(listener, read2, stream, opcodeAt);
    this.imports = new Imports(this.emitter, read2);
    this.methodOverrides = new MethodOverrides(read2);
    this.later = new LaterCallables(this.emitter);
    this.constants = new ConstantEmitter(listener, read2);
    this.attributes = new Attributes(this.imports, read2);
    this.sources = new SourceEmitter(listener, read2);
  }
  /** Set when a limit is passed; the machine stops there. */
  get limit() {
    return this.imports.limit ?? this.methodOverrides.limit;
  }
  /** Reports a call and returns its result, as far as that is known. */
  call(callee, args, via, offset, depth = 0) {
    if (callee instanceof Result && depth < MAX_UNWRAP) {
      const seen = this.attributes.unwrap(callee, args, offset);
      if (seen instanceof ForwardedCall)
        return (via === "reduce" ? this.boundNew(seen, offset, depth) : void 0) ?? this.call(seen.callee, seen.args, via, offset, depth + 1);
      if (seen !== void 0) return seen;
    }
    if (callee instanceof GlobalRef) {
      const isOverLimit = via === "reduce" && args.length === 0 && callee.emptyCallCount++ >= MAX_EMPTY_CALLS;
      if (!isOverLimit) this.emitUse(callee, args, via, offset);
      const name = canonical(callee);
      if (isLoader(name)) emitPayloads(name, args, this.read, this.listener, offset);
      if (buildsCode(callee, name, this.read)) this.listener.code(pickledCode(args, this.read), offset);
      if (callee.source === "call") this.sources.emit(args[0], "call", offset);
      const known = this.attributes.resolveCall(name, args, offset) ?? this.instanceBy(callee, args, offset, depth);
      if (known !== void 0) return known;
      const result2 = new Result(callee, args, via, offset);
      result2.callables = callablesOfResult(callee, args);
      if (args.length > 0) this.later.noteFilled(result2, offset);
      this.takeState(result2, stateGivenBy(name, args), offset);
      return result2;
    }
    if (!(via === "reduce" && args.length === 0 && this.isRepeated(callee))) this.emitter.call(callee, args, via, offset);
    if (buildsCode(callee, void 0, this.read)) this.listener.code(pickledCode(args, this.read), offset);
    const result = new Result(callee, args, via, offset);
    result.callables = joinCallables(callablesOf(callee), callablesOfAll(args));
    return result;
  }
  /** Reports a use of a name, unless the listener has answered that its like changes no judgement. */
  emitUse(callee, args, via, offset, of4) {
    const anyEscaped = this.emitter.escapedCallables !== void 0;
    if (!isSilent(callee, args, via, anyEscaped))
      noteAnswer(callee, args, via, anyEscaped, this.emitter.call(callee, args, via, offset, of4));
  }
  /**
   * Whether the same value, or an unknown one, was called without arguments so often that further calls need no report.
   */
  isRepeated(callee) {
    const isUnknown2 = callee instanceof Result && callee.callee === UNKNOWN && callee.callables === void 0 && callee.filledVia === 0;
    const same = isUnknown2 ? UNKNOWN : callee;
    if (same !== this.computed || carriesUntrustedCallable(callee)) {
      this.computed = same;
      this.computedTimes = 0;
    }
    return this.computedTimes++ >= MAX_EMPTY_CALLS;
  }
  /** Adds callables to an object. */
  addCallables(target, callables, offset) {
    if (callables === void 0 || typeof target !== "object" || !("isShared" in target)) return;
    addCallables(target, callables);
    if (target instanceof Result && target.memoized && target.callee instanceof GlobalRef)
      addCallables(target.callee.shared ?? NONE2, callables);
    if (target.isShared) this.later.add(callables, offset);
  }
  /** Reports entries that a mapping gets after it became, or became part of, the state of an instance. */
  lateState(owner, methods2, offset) {
    this.fill(owner, [new Dict([...methods2])], "build", offset, true);
  }
  carriesUntrustedCallable(value) {
    return carriesUntrustedCallable(value) || this.emitter.escapedCallables !== void 0 && value instanceof Result && (value.filledVia & opcodeBit("build")) !== 0;
  }
  /** Takes an argument of which the class may make the state of the instance. */
  takeState(result, state, offset) {
    if (state === void 0 || !(result instanceof Result) || this.methodOverrides.inState(state).found.size === 0) return;
    this.build(result, state, offset);
    result.filledVia = 0;
  }
  /**
   * Treats a function that builds an instance of the class among its arguments as NEWOBJ of that class; of both classes
   * where one inherits `__new__` from the other.
   */
  instanceBy(callee, args, offset, depth) {
    const making = depth < MAX_UNWRAP ? makingBy(canonical(callee), args) : void 0;
    if (making === void 0) return void 0;
    const { cls } = making;
    const owner = ownerOfNew(callee.name);
    if (owner !== void 0 && cls instanceof GlobalRef && (callee.module !== cls.module || owner !== cls.name))
      this.call(this.imports.named(callee.module, owner, true, offset), making.args, "newobj", offset, depth + 1);
    const result = this.call(cls, making.args, "newobj", offset, depth + 1);
    this.takeState(result, making.state, offset);
    return result;
  }
  /**
   * `partial(cls.__new__, cls, \u2026)()`, which protocols 2 and 3 write for classes whose `__new__` takes keywords
   * (Lib/copyreg.py, __newobj_ex__).
   */
  boundNew({ callee, args }, offset, depth) {
    return callee instanceof GlobalRef && ownerOfNew(callee.name) !== void 0 ? this.instanceBy(callee, args, offset, depth) : void 0;
  }
  /** Reports once that an imported object becomes part of a container, a state or arguments. */
  escape(ref, offset) {
    if (ref.hasEscaped) return;
    ref.hasEscaped = true;
    this.listener.observe({ kind: "escape", module: ref.module, name: ref.name, offset, stream: this.emitter.stream });
  }
  /** BUILD: `__setstate__`, or attributes of the target. */
  build(target, state, offset) {
    if (state instanceof GlobalRef) this.escape(state, offset);
    if (target instanceof Result && target.callee instanceof GlobalRef && target.callee.source === "state")
      this.sources.emit(state, "state", offset);
    if (target instanceof Result && target.callee instanceof GlobalRef) {
      emitStatePayloads(target.callee, state, this.read, this.listener, offset);
      if (isPartial(canonical(target.callee))) target.replaced = partialOf(state);
    }
    if (target instanceof Result) this.checkSecondState(target, offset);
    const { found: found2, hidden } = this.methodOverrides.inState(state, target);
    if (typeof state === "object" && "isShared" in state) state.isShared = true;
    this.addCallables(target, callablesOf(state), offset);
    if (target instanceof Result && typeof state === "object") this.later.noteFilled(target, offset);
    this.fill(target, [state], "build", offset, state instanceof Result || found2.size > 0 || this.carriesUntrustedCallable(state));
    for (const pair of this.methodOverrides.entriesWithCallables(state)) this.fill(target, [new Dict(pair)], "build", offset, true);
    if (hidden) this.fill(target, [new Dict([...found2.values()].flat())], "build", offset, true);
  }
  /**
   * Reports a second BUILD of one instance. It looks up `__setstate__` again, when the attributes are already those of
   * the file: a class whose `__getattr__` searches another object of the file then returns that object\u2019s. Where the
   * memo has too many objects to tell them apart, a BUILD of any object from it counts: picklers set the state of what
   * they have just built.
   */
  checkSecondState(target, offset) {
    const { callee } = target;
    const isFromMemo = callee instanceof GlobalRef && target === callee.shared;
    if ((target.filledVia & opcodeBit("build")) === 0 && !isFromMemo) return;
    const name = callee instanceof GlobalRef ? `${callee.module}.${callee.name}` : "the result of a computed call";
    this.emitter.oddity("second-state", `${name} is given a state twice`, offset);
  }
  /**
   * APPEND(S), SETITEM(S), ADDITEMS and BUILD: on an instance they call its methods, on an imported object they change
   * the program. `isOverride`: the items override methods or carry callables, and are always reported.
   */
  fill(target, items2, via, offset, isOverride = false) {
    if (target instanceof GlobalRef || target instanceof ModuleRef) {
      this.emitter.emit({
        kind: "mutated-global",
        target: target instanceof GlobalRef ? calleeOf(target, this.read) : { kind: "global", module: target.module, name: "", computed: true },
        args: items2.slice(0, 4).map((item) => preview(item, this.read)),
        via,
        offset,
        stream: this.emitter.stream
      });
    } else if (target instanceof Result) {
      const bit = opcodeBit(via);
      const { callee } = target;
      if (callee instanceof GlobalRef) {
        const cls = madeClass(target);
        if (isOverride || cls !== void 0 && !cls.isHarmlessValue) this.emitter.call(callee, items2, via, offset, cls);
        else this.emitUse(callee, items2, via, offset, cls);
      } else if (via === "build" || isOverride || (target.filledVia & bit) === 0) this.emitter.call(callee, items2.slice(0, 4), via, offset);
      target.filledVia |= bit;
    } else if (target === UNKNOWN || target instanceof PersistentId) {
      this.emitter.call(target, items2.slice(0, 4), via, offset);
    }
  }
  /**
   * Returns the object of a persistent id: torch\u2019s `('module', cls, \u2026)` is the class itself (torch/serialization.py,
   * persistent_load).
   */
  persistent(id, offset) {
    const untrusted = id instanceof Sequence ? id.items.find((item) => this.carriesUntrustedCallable(item)) : this.carriesUntrustedCallable(id) ? id : void 0;
    if (untrusted !== void 0) this.emitter.call(PERSISTENT_LOAD, [untrusted], "reduce", offset);
    if (id instanceof Sequence && id.kind === "tuple") {
      const [tag = NONE2, second] = id.items;
      if (isText2(tag, "storage", this.read)) return new PersistentId(id);
      if (second instanceof GlobalRef && isText2(tag, "module", this.read)) return second;
    }
    this.emitter.oddity("persistent-id", "the loading program decides what this id means", offset);
    return new PersistentId(id);
  }
  /** EXT1, EXT2, EXT4: the callable comes from copyreg\u2019s registry in the loading process. */
  extension(code, offset) {
    this.emitter.emit({ kind: "extension-code", code, offset, stream: this.emitter.stream });
  }
  /** Reports a call whose result is discarded, so that it was made for its effect. */
  discarded(value, offset) {
    if (!(value instanceof Result) || value.memoized) return;
    const ref = value.callee instanceof GlobalRef ? value.callee : void 0;
    if (ref?.discarded) return;
    const callee = calleeOf(value.callee, this.read);
    const name = callee.kind === "global" ? `${callee.module}.${callee.name}` : void 0;
    const answer = this.emitter.oddity("discarded-call", name ?? "a computed value", offset, name);
    if (ref && answer !== false) ref.discarded = true;
  }
};
// src/pickle/value/arena.ts
var MAX_KEPT = 64 * 1024 * 1024;
var MAX_LONG = 32 * 1024;
var FIRST_SIZE = 4096;
var NOTHING3 = new Uint8Array(0);
var Arena = class {
  bytes = NOTHING3;
  used = 0;
  /** Keeps a short literal: its code points into the arena. */
  literal(buffer, from, length, flavour) {
    const offset = this.store(buffer.subarray(from, from + length));
    if (offset >= 0) return lazy(offset, length, flavour);
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES2 : flavour === LONG ? INT : DROPPED;
  }
  /** Keeps a long literal of which `head` is in memory. */
  keep(head, length, flavour) {
    const offset = length > MAX_LONG ? -1 : this.store(head.subarray(0, length));
    if (offset >= 0) return new Blob(flavour, offset, length);
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES2 : flavour === LONG ? INT : TEXT3;
  }
  read(offset, length) {
    return this.bytes.subarray(offset, Math.min(offset + length, this.used));
  }
  store(part) {
    if (this.used + part.length > this.bytes.length) {
      if (this.used + part.length > MAX_KEPT) return -1;
      const wider = new Uint8Array(Math.min(MAX_KEPT, Math.max(FIRST_SIZE, this.bytes.length * 2, this.used + part.length)));
      wider.set(this.bytes.subarray(0, this.used));
      this.bytes = wider;
    }
    const offset = this.used;
    this.bytes.set(part, offset);
    this.used += part.length;
    return offset;
  }
};
// src/pickle/vm/call-opcodes.ts
var CallOpcodes = class {
  state;
  stack;
  calls;
  constructor(state) {
    this.state = state;
    this.stack = state.stack;
    this.calls = state.calls;
  }
  /** GLOBAL. */
  global(module, name, offset) {
    this.stack.push(this.calls.imports.named(module, name, false, offset));
    this.checkCalls(offset);
  }
  /** STACK_GLOBAL. */
  stackGlobal(offset) {
    if (!this.state.has(2, offset)) return;
    const name = this.stack.pop();
    const module = this.stack.pop();
    if (name === DROPPED || module === DROPPED)
      return this.state.broken("limit", "the memo grew past its limit, and an imported name was in it", offset);
    this.stack.push(this.calls.imports.fromValues(module, name, offset));
    this.checkCalls(offset);
  }
  /** REDUCE and NEWOBJ: a callable and its arguments. */
  reduce(via, offset) {
    if (!this.state.has(2, offset)) return;
    const given = this.stack.pop();
    const result = this.calls.call(this.stack.top(), this.argumentsOf(given, offset), via, offset);
    this.addAllCallables(result, callablesOf(given), offset);
    this.stack.replaceTop(result);
    this.checkCalls(offset);
  }
  /** NEWOBJ_EX: keyword arguments are judged as one more positional argument. */
  newobjEx(offset) {
    if (!this.state.has(3, offset)) return;
    const keywords = this.stack.pop();
    const given = this.stack.pop();
    const args = this.argumentsOf(given, offset);
    const none = keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more;
    const result = this.calls.call(this.stack.top(), none ? args : [...args, keywords], "newobj", offset);
    this.addAllCallables(result, callablesOf(given), offset);
    this.stack.replaceTop(result);
  }
  /** OBJ: the class is the first value above the mark. */
  obj(offset) {
    const start = this.state.popMark(offset);
    if (start < 0) return;
    if (start >= this.stack.depth) return this.state.broken("malformed", "OBJ has no class", offset);
    const callables = this.state.collectCallables(start + 1, offset);
    const args = this.argumentsFrom(start + 1);
    const result = this.calls.call(this.stack.at(start), args, "obj", offset);
    this.addAllCallables(result, callables, offset);
    this.stack.depth = start;
    this.stack.push(result);
  }
  /** INST: the C unpickler asks for the mark first, the pure-Python one imports first. */
  inst(module, name, offset) {
    const callee = this.calls.imports.named(module, name, false, offset);
    const start = this.state.popMark(offset);
    if (start < 0) return;
    const callables = this.state.collectCallables(start, offset);
    const args = this.argumentsFrom(start);
    this.stack.depth = start;
    const result = this.calls.call(callee, args, "inst", offset);
    this.addAllCallables(result, callables, offset);
    this.stack.push(result);
    this.checkCalls(offset);
  }
  /** EXT1, EXT2 and EXT4. */
  extension(code, offset) {
    this.calls.extension(code, offset);
    this.stack.pushCode(EXTENSION);
  }
  /**
   * A call is reported with its first arguments; this adds the callables of all of them to its result. What the call
   * returned may be no result of its own, but a name or a module.
   */
  addAllCallables(result, callables, offset) {
    if (callables !== void 0 && result instanceof Result && result.args.length >= MAX_ITEMS)
      this.calls.addCallables(result, callables, offset);
  }
  /**
   * Returns the arguments in a tuple. The pure-Python unpickler takes any iterable: a list counts as a tuple, and an
   * instance is iterated.
   */
  argumentsOf(args, offset) {
    if (typeof args === "object" && "items" in args) return args.more ? [...args.items, UNKNOWN] : args.items;
    if (typeof args === "object") this.calls.emitter.oddity("computed-arguments", "the arguments are an object that is not a tuple", offset);
    return [UNKNOWN];
  }
  /** Returns the arguments on the stack; where there are more than are kept, the last is unknown. */
  argumentsFrom(start) {
    const { stack } = this;
    const end = Math.min(stack.depth, start + MAX_ITEMS);
    return end < stack.depth ? [...stack.slice(start, end), UNKNOWN] : stack.slice(start, end);
  }
  checkCalls(offset) {
    if (this.calls.limit !== void 0) this.state.broken("limit", this.calls.limit, offset);
  }
};
// src/pickle/vm/containers.ts
var MAX_WEIGHT2 = 2 ** 32;
var MIN_WEIGHT = 2 ** 24;
var MAX_PER_BYTE = 2 ** 16;
var MAX_OVERRIDES = 32;
var MAX_APPENDED = 2 ** 20;
var MAX_DETAILED = 4096;
var MAX_WITH_SOURCE = 2 ** 16;
var NOTHING4 = [];
var Containers = class {
  /** Whether to keep the contents of every container, since something later in this stream will ask for them. */
  detailed = false;
  /** Where it is set, it gets all that is put into lists, beyond what a list keeps. */
  appended;
  state;
  stack;
  calls;
  details = 0;
  expansionNoted = false;
  constructor(state) {
    this.state = state;
    this.stack = state.stack;
    this.calls = state.calls;
  }
  /** TUPLE1, TUPLE2, TUPLE3. `readNext`: the next opcode reads the tuple. */
  tuple(count, readNext, offset) {
    if (this.state.has(count, offset)) this.gather("tuple", this.stack.depth - count, readNext, offset);
  }
  /** TUPLE, LIST, FROZENSET: everything above the mark. */
  collect(kind, readNext, offset) {
    const start = this.state.popMark(offset);
    if (start >= 0) this.gather(kind, start, readNext, offset);
  }
  gather(kind, start, readNext, offset) {
    const { stack } = this;
    const count = stack.depth - start;
    const end = start + Math.min(count, MAX_ITEMS);
    const callables = this.state.collectCallables(start, offset, kind === "tuple" && this.isReconstruction(start));
    if (this.appended !== void 0 && kind === "list") this.noteAppended(this.appended, start, count);
    if (kind === "tuple" && callables === void 0 && !this.keeps(readNext, start, end)) {
      stack.depth = start;
      stack.pushCode(TUPLE);
      return;
    }
    const sequence = new Sequence(kind, stack.slice(start, end), count > MAX_ITEMS);
    sequence.callables = callables;
    stack.depth = start;
    stack.push(this.weighed(sequence, offset));
  }
  /** EMPTY_LIST. */
  emptyList() {
    if (this.details++ < MAX_DETAILED) this.stack.push(new Sequence("list", []));
    else this.stack.pushCode(LIST2);
  }
  /** EMPTY_DICT. */
  emptyDict() {
    const before = this.details++;
    if (before < MAX_DETAILED || before < MAX_WITH_SOURCE && this.calls.imports.runsSource) this.stack.push(new Dict([]));
    else this.stack.pushCode(DICT);
  }
  /** DICT: keys and values above the mark. */
  dict(offset) {
    const start = this.state.popMark(offset);
    if (start < 0) return;
    const count = this.stack.depth - start;
    if (count % 2 !== 0) return this.state.broken("malformed", "a dict has a key without a value", offset);
    const callables = this.state.collectCallables(start, offset);
    const entries = this.stack.slice(start, start + Math.min(count, MAX_ENTRIES * 2));
    if (entries.length < count) entries.push(...this.overflow(start + entries.length, start + count, callables));
    const dict = new Dict(entries, count > MAX_ENTRIES * 2);
    dict.callables = callables;
    this.stack.depth = start;
    this.stack.push(dict);
  }
  /** APPEND and SETITEM. */
  addOne(via, offset) {
    const count = via === "append" ? 1 : 2;
    if (this.state.has(count + 1, offset)) this.add(this.stack.depth - count, via, true, offset);
  }
  /** APPENDS, SETITEMS and ADDITEMS. `readNext`: the next opcode reads the container. */
  addMany(via, readNext, offset) {
    const start = this.state.popMark(offset);
    if (start < 0) return;
    if (start - 1 < this.state.fence) return this.state.broken("malformed", "an opcode takes more from the stack than is there", offset);
    const odd = via === "setitem" && (this.stack.depth - start) % 2 !== 0;
    if (odd) this.stack.depth--;
    this.add(start, via, readNext, offset);
    if (odd) this.state.broken("malformed", "SETITEMS has a key without a value", offset);
  }
  /** Puts the values from `start` on into the object below them. */
  add(start, via, readNext, offset) {
    const { stack } = this;
    const count = stack.depth - start;
    const callables = this.state.collectCallables(start, offset);
    if (this.appended !== void 0 && via === "append") this.noteAppended(this.appended, start, count);
    stack.depth = start;
    if (count === 0) {
      const target2 = stack.at(start - 1);
      if (via === "append" && typeof target2 === "object") this.calls.fill(target2, [], via, offset);
      return;
    }
    const room = via === "setitem" ? MAX_ENTRIES * 2 : MAX_ITEMS;
    const end = start + Math.min(count, room);
    const code = stack.codeAt(start - 1);
    if (code !== OBJECT4) {
      if (code === UNKNOWN || code === EXTENSION) this.calls.fill(UNKNOWN, stack.slice(start, end), via, offset);
      else if ((code === DICT || code === LIST2 || code === SET) && this.keeps(readNext, start, end)) {
        const items2 = stack.slice(start, end);
        const methods2 = code === DICT && via === "setitem" ? this.methodOverrides(start, start + count) : NOTHING4;
        let made;
        if (code === DICT && via === "setitem") {
          made = new Dict(count > room ? [...items2, ...this.overflow(end, start + count, callables)] : items2, count > room);
          made.incomplete = true;
        } else if (code === LIST2 && via === "append") made = this.weighed(new Sequence("list", items2, count > room), offset);
        else if (code === SET && via === "additems") made = new Sequence("set", items2, count > room);
        if (made !== void 0) stack.replace(start - 1, made);
        this.state.filledUntracked(made, callables, methods2, offset);
      } else if (callables !== void 0) this.state.filledUntracked(void 0, callables, [], offset);
      return;
    }
    const target = stack.at(start - 1);
    if (typeof target === "object" && (target.kind === "dict" || target.kind === "list" || target.kind === "set")) {
      const kept = target.kind === "dict" ? target.entries : target.items;
      const free = room - kept.length;
      if (count > free) target.more = true;
      for (let item = 0; item < Math.min(count, free); item++) {
        const value = stack.at(start + item);
        if (value === target) continue;
        kept.push(value);
        if (target.kind !== "dict") target.weight += typeof value === "object" && "weight" in value ? value.weight : 1;
      }
      this.calls.addCallables(target, callables, offset);
      if (callables !== void 0 && this.state.memo.isCrowded) this.state.filledUntracked(void 0, callables, [], offset);
      if (target.kind === "dict" && target.owner && via === "setitem") {
        const methods2 = this.methodOverrides(start, start + count);
        if (methods2.length > 0) this.calls.lateState(target.owner, methods2, offset);
      }
      if (target.kind !== "dict") this.weighed(target, offset);
      else if (via === "setitem" && count > free) {
        const overflow = this.overflow(start + Math.max(free, 0), start + count, callables);
        if (target.entries.length < 2 * room) target.entries.push(...overflow);
      }
    } else {
      this.calls.fill(target, this.itemsOf(start, start + count), via, offset);
      this.calls.addCallables(target, callables, offset);
      if (callables !== void 0) this.calls.fill(target, this.entriesCarrying(start, start + count, via === "setitem"), via, offset, true);
      const methods2 = via === "setitem" ? this.methodOverrides(start, start + count) : NOTHING4;
      if (methods2.length > 0) this.calls.fill(target, methods2, via, offset, true);
    }
  }
  /**
   * Returns the first items that an instance gets, and an unknown one where later items are of a kind that is not among
   * these.
   */
  itemsOf(start, end) {
    const { stack } = this;
    const items2 = stack.slice(start, Math.min(end, start + MAX_ITEMS));
    if (end - start <= MAX_ITEMS) return items2;
    const shown = contentOf(items2, false);
    for (let at = start + MAX_ITEMS; at < end && shown < UNTRUSTED; at++) {
      const code = stack.codeAt(at);
      const content = code === OBJECT4 ? contentOf([stack.at(at)], false) : contentOfCode(code);
      if (content > shown) return [...items2, UNKNOWN];
    }
    return items2;
  }
  noteAppended(appended, start, count) {
    const end = start + Math.min(count, MAX_APPENDED - appended.length);
    for (let at = start; at < end; at++) appended.push(this.stack.at(at));
  }
  /**
   * Returns the pairs between two stack heights that `MethodOverrides.methodOf` finds, the last of each name: few,
   * whatever the file does.
   */
  methodOverrides(start, end) {
    const { stack } = this;
    let found2;
    for (let at = start; at + 1 < end; at += 2) {
      if (stack.codeAt(at + 1) !== OBJECT4 && !this.calls.methodOverrides.isTrust(stack.at(at))) continue;
      const key = stack.at(at);
      const value = stack.at(at + 1);
      const name = this.calls.methodOverrides.methodOf(key, value);
      if (name === void 0) continue;
      found2 ??= /* @__PURE__ */ new Map();
      if (found2.size < MAX_OVERRIDES) found2.set(name === "" ? `#${found2.size}` : name, [key, value]);
    }
    return found2 === void 0 ? NOTHING4 : [...found2.values()].flat();
  }
  /** Returns those pairs past the limit of a dict that override methods or carry callables. */
  overflow(start, end, callables) {
    if (start >= end) return NOTHING4;
    return callables === void 0 ? this.methodOverrides(start, end) : [...this.methodOverrides(start, end), ...this.entriesCarrying(start, end, true)];
  }
  /** Returns the items, or pairs, between two stack heights that carry callables: few, whatever the file does. */
  entriesCarrying(start, end, pairs) {
    const found2 = [];
    this.stack.visit(start, end, (object, at) => {
      if (found2.length >= 2 * MAX_OVERRIDES || callablesOf(object) === void 0) return;
      const key = pairs ? at - (at - start) % 2 : at;
      found2.push(this.stack.at(key));
      if (pairs) found2.push(this.stack.at(key + 1));
    });
    return found2;
  }
  /**
   * Whether these are the arguments that `copyreg.__reduce_ex__` writes for `_reconstructor` in protocols 0 and 1.
   * Their class is built there, and does not escape.
   */
  isReconstruction(start) {
    const base = this.stack.depth - start === 3 && this.stack.at(start + 2) === NONE2 ? this.stack.at(start + 1) : void 0;
    return base instanceof GlobalRef && isObject(base);
  }
  /** Whether to keep the contents of a container. Plain data in a large file are kept as their kind. */
  keeps(readNext, start, end) {
    return readNext || this.detailed || this.details++ < MAX_DETAILED || this.stack.hasObject(start, end);
  }
  weighed(sequence, offset) {
    const { weight } = sequence;
    if (weight > MIN_WEIGHT && (weight > MAX_WEIGHT2 || weight > offset * MAX_PER_BYTE) && !this.expansionNoted) {
      this.expansionNoted = true;
      const leaves = weight > MAX_WEIGHT2 ? MAX_WEIGHT2 : MIN_WEIGHT;
      this.calls.emitter.oddity("expansion", `one object has more than ${leaves} leaves when it is written out`, offset);
    }
    return sequence;
  }
};
// src/pickle/vm/counted.ts
var CountedReader = class {
  window;
  state;
  arena;
  constructor(window, state, arena) {
    this.window = window;
    this.state = state;
    this.arena = arena;
  }
  /**
   * Pushes the literal at `from`; what is too long to be a name is skipped, not read. Returns the next position, or \u22121
   * to come back with more bytes.
   */
  read(op, from, length, flavour) {
    const { window: w, arena } = this;
    if (length <= MAX_LAZY) {
      if (from + length > w.end && !w.eof) return this.starved(op);
      this.state.stack.push(arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour));
      if (length >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, isText22(flavour)))
        this.state.calls.constants.emit(this.state.stack.top(), w.base + op);
      return from + length;
    }
    if (arena && from + Math.min(length, WINDOW_SIZE / 2) > w.end && !w.eof) return this.starved(op);
    const head = w.buffer.subarray(from, Math.min(from + length, w.end));
    this.state.stack.push(arena ? arena.keep(head, length, flavour) : new Blob(flavour, w.base + from, length));
    if (flavour !== LONG && head.length > 1 && beginsLikePayload(w.buffer, from, isText22(flavour)))
      this.state.calls.constants.emit(this.state.stack.top(), w.base + op);
    return this.skip(from, length);
  }
  skip(from, count) {
    const w = this.window;
    w.pos = Math.min(from, w.end);
    w.skip(count - (w.pos - from));
    return w.pos;
  }
  starved(op) {
    this.window.pos = op;
    return -1;
  }
};
function isText22(flavour) {
  return flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL;
}
function uint64(view, at) {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
// src/pickle/vm/framing.ts
var NO_FRAME = Number.POSITIVE_INFINITY;
var Framing = class {
  straddle;
  /** End of the open frame; `NO_FRAME` outside of frames. */
  end = NO_FRAME;
  start = 0;
  noted = false;
  calls;
  constructor(calls) {
    this.calls = calls;
  }
  /** FRAME: `start` is the offset of its contents. */
  open(start, length) {
    this.start = start;
    this.end = start + length;
  }
  /**
   * Leaves the frame: the machine has reached `offset`, at the end of the frame or past it, after the opcode at
   * `opcode`.
   */
  leave(offset, opcode) {
    if (offset > this.end) {
      this.note(this.end, "an opcode crosses the end of its frame");
      this.straddle ??= { frameStart: this.start, frameEnd: this.end, opcode };
    }
    this.end = NO_FRAME;
  }
  /** Reports once that frames are not as picklers write them. */
  note(offset, detail) {
    if (this.noted) return;
    this.noted = true;
    this.calls.emitter.oddity("frame-straddle", detail, offset);
  }
};
// src/pickle/vm/lines.ts
var LineReader = class {
  window;
  state;
  calling;
  arena;
  host;
  /**
   * The window\u2019s buffer as a Node buffer, made when the first name is read. Nearly every name is ASCII, and a decoder
   * costs several times as much.
   */
  characters;
  /**
   * Number of lines that are being skipped because they are longer than the window, and the opcode that they belong to.
   */
  pending = 0;
  opcodeOffset = 0;
  constructor(window, state, calling, arena, host) {
    this.window = window;
    this.state = state;
    this.calling = calling;
    this.arena = arena;
    this.host = host;
  }
  /** Interprets one opcode. Returns the next position, or \u22121 to come back with more bytes. */
  opcode(op, code) {
    const { window: w, state } = this;
    const from = op + 1;
    const kind = argumentKind(code);
    if (kind === void 0) {
      state.broken("malformed", `byte 0x${code.toString(16).padStart(2, "0")} is no pickle opcode`, w.base + op);
      return from;
    }
    const isName3 = kind === "stringnl_noescape_pair";
    const first2 = this.lineEnd(from);
    const end = isName3 && first2 >= 0 ? this.lineEnd(first2 + 1) : first2;
    if (end < 0) return this.starved(op, code, isName3 ? 2 : 1);
    if (!this.argument(op, code, from, first2, end)) {
      state.broken("malformed", `the argument of ${opcodeName(code) ?? "the opcode"} is not one that any unpickler takes`, w.base + op);
    }
    return end + 1;
  }
  /** Interprets a line opcode; false where no unpickler takes its argument. */
  argument(op, code, from, first2, end) {
    const { window: w, state } = this;
    const offset = w.base + op;
    switch (code) {
      case 73:
      case 76: {
        const text4 = asciiLine(w.buffer, from, end);
        const value = code === 73 && text4 === "" && end > from ? 0 : parseInteger(text4);
        if (value === void 0) return false;
        state.stack.push(code === 73 && text4 === "00" ? FALSE : code === 73 && text4 === "01" ? TRUE : integer(value));
        return true;
      }
      case 70:
        if (!isFloat(asciiLine(w.buffer, from, end))) return false;
        state.stack.push(FLOAT);
        return true;
      case 83: {
        const [start, last] = trimmed(w.buffer, from, end);
        const quote3 = w.buffer[start];
        if (last - start < 2 || quote3 !== w.buffer[last - 1] || quote3 !== 39 && quote3 !== 34) return false;
        state.stack.push(this.text(start + 1, last - start - 2, STRING_ESCAPE));
        if (last - start >= MIN_PAYLOAD && beginsLikePayload(w.buffer, start + 1, true))
          state.calls.constants.emit(state.stack.top(), offset);
        return true;
      }
      case 86:
        state.stack.push(this.text(from, end - from, RAW_UNICODE));
        if (end - from >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, true)) state.calls.constants.emit(state.stack.top(), offset);
        return true;
      case 80:
        this.host.persistent(this.text(from, end - from, LATIN1), op);
        return true;
      case 103:
      case 112: {
        const index2 = parseInteger(asciiLine(w.buffer, from, end), true);
        if (index2 === void 0 || index2 < 0) return false;
        if (code === 103) state.get(index2, offset);
        else state.put(index2, offset);
        return true;
      }
      case 99:
        this.calling.global(this.name(from, first2), this.name(first2 + 1, end), offset);
        return true;
      case 105:
        this.calling.inst(this.name(from, first2), this.name(first2 + 1, end), offset);
        return true;
      default:
        return false;
    }
  }
  /**
   * Reads a name. Unpicklers drop the last byte of its line, which is the newline or, at the end of the data, a letter.
   */
  name(from, end) {
    const w = this.window;
    const last = end >= w.end ? w.end - 1 : end;
    if (last <= from) return "";
    for (let at = from; at < last; at++) if ((w.buffer[at] ?? 0) >= 128) return NAME2.decode(w.buffer.subarray(from, last));
    this.characters ??= Buffer.from(w.buffer.buffer);
    return this.characters.toString("latin1", from, last);
  }
  /**
   * Returns the position of the newline, or of the end of the data where none follows; \u22121 where more bytes are needed.
   */
  lineEnd(from) {
    const w = this.window;
    const newline = w.buffer.indexOf(10, from);
    if (newline >= 0 && newline < w.end) return newline;
    return w.eof ? Math.max(from, w.end) : -1;
  }
  /**
   * Asks for more bytes of a line. A line that is longer than the window is skipped, and its value is unknown; what
   * follows it is read.
   */
  starved(op, code, lines) {
    const { window: w, state } = this;
    if (op > 0 || w.end < WINDOW_SIZE) {
      w.pos = op;
      return -1;
    }
    this.pending = lines;
    this.opcodeOffset = w.base + op;
    w.pos = op + 1;
    if (lines === 2) state.stack.push(state.calls.imports.fromValues(TEXT3, TEXT3, w.base + op));
    else if (code === 83 || code === 86) state.stack.push(TEXT3);
    else state.stack.push(code === 70 ? FLOAT : code === 73 || code === 76 ? INT : UNKNOWN);
    this.skip();
    return -1;
  }
  /** Skips bytes up to the end of a long line; false where the line goes on in the next window. */
  skip() {
    const w = this.window;
    while (this.pending > 0) {
      const newline = w.buffer.indexOf(10, w.pos);
      if (newline < 0 || newline >= w.end) {
        w.pos = w.end;
        if (w.eof) this.host.endOfData("a line has no end", w.base + w.end, this.opcodeOffset);
        return false;
      }
      w.pos = newline + 1;
      this.pending--;
    }
    return true;
  }
  text(from, length, flavour) {
    const { window: w, arena } = this;
    if (length <= MAX_LAZY) return arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour);
    return arena ? arena.keep(w.buffer.subarray(from, from + length), length, flavour) : new Blob(flavour, w.base + from, length);
  }
};
var NAME2 = new TextDecoder("utf-8", { ignoreBOM: true });
function trimmed(buffer, from, end) {
  let last = end;
  while (last > from && (buffer[last - 1] ?? 0) <= 32) last--;
  let first2 = from;
  while (first2 < last && (buffer[first2] ?? 0) === 32) first2++;
  return [first2, last];
}
// src/pickle/vm/lookahead.ts
function isReadNext(buffer, at) {
  const next = buffer[at];
  const after = next === 148 ? buffer[at + 1] : next === 113 ? buffer[at + 2] : next === 114 ? buffer[at + 5] : next;
  switch (after) {
    case 82:
    case 129:
    case 146:
    case 98:
    case 81:
    case 133:
      return true;
    default:
      return next === 112;
  }
}
// src/pickle/vm/rare-opcodes.ts
function rareOpcode(parts3, op, code) {
  const { window: w, state, containers, calling } = parts3;
  const { buffer, view, base } = w;
  const at = op + 1;
  switch (code) {
    case 139: {
      const length = view.getInt32(at, true);
      if (length < 0) state.broken("malformed", "LONG4 has a negative length", base + op);
      else return parts3.counted.read(op, at + 4, length, LONG);
      return at;
    }
    case 141:
      return parts3.counted.read(op, at + 8, uint64(view, at), UTF82);
    case 142:
      return parts3.counted.read(op, at + 8, uint64(view, at), BYTES_LITERAL);
    case 150:
      return parts3.counted.read(op, at + 8, uint64(view, at), BYTEARRAY_LITERAL);
    case 143:
      state.stack.pushCode(SET);
      return at;
    case 108:
      containers.collect("list", true, base + op);
      return at;
    case 145:
      containers.collect("frozenset", true, base + op);
      return at;
    case 100:
      containers.dict(base + op);
      return at;
    case 144:
      containers.addMany("additems", isReadNext(buffer, at), base + op);
      return at;
    case 49:
      state.popToMark(base + op);
      return at;
    case 50:
      state.duplicate(base + op);
      return at;
    case 146:
      calling.newobjEx(base + op);
      return at;
    case 111:
      calling.obj(base + op);
      return at;
    case 128:
      if ((buffer[at] ?? 0) > 5) state.broken("malformed", `pickle protocol ${buffer[at]} does not exist`, base + op);
      return at + 1;
    case 130:
      calling.extension(buffer[at] ?? 0, base + op);
      return at + 1;
    case 131:
      calling.extension(view.getUint16(at, true), base + op);
      return at + 2;
    case 132:
      calling.extension(view.getInt32(at, true), base + op);
      return at + 4;
    case 151:
      state.calls.emitter.oddity("out-of-band-buffer", "the buffer is handed over by the loading program", base + op);
      state.stack.pushCode(BUFFER2);
      return at;
    case 152:
      state.has(1, base + op);
      return at;
    case 81:
      if (state.has(1, base + op)) parts3.persistent(state.stack.pop(), op);
      return at;
    default:
      return parts3.lines.opcode(op, code);
  }
}
// src/pickle/vm/marks.ts
var FIRST_SIZE2 = 64;
var NONE22 = new Int32Array(0);
var Marks = class {
  count = 0;
  heights = NONE22;
  push(height) {
    if (this.count === this.heights.length) {
      const wider = new Int32Array(Math.max(FIRST_SIZE2, this.heights.length * 2));
      wider.set(this.heights);
      this.heights = wider;
    }
    this.heights[this.count++] = height;
  }
  /** Removes the last mark; undefined where there is none. */
  pop() {
    return this.count === 0 ? void 0 : this.heights[--this.count];
  }
  /** Returns the height below which nothing may be popped: that of the last mark, or 0. */
  top() {
    return this.count === 0 ? 0 : this.heights[this.count - 1] ?? 0;
  }
};
// src/pickle/vm/memo.ts
var MAX_DENSE = 2 ** 23;
var CHUNK_BITS = 16;
var CHUNK3 = 2 ** CHUNK_BITS;
var FIRST_SIZE3 = 256;
var MAX_SPARE = 8;
var spareChunks = [];
var MAX_SPARSE = 2 ** 16;
var MAX_OBJECTS2 = 2 ** 17;
var MAX_CONTAINERS = 2 ** 12;
var OBJECTS = -(2 ** 46);
var Memo = class {
  count = 0;
  /** Whether a value was dropped because a limit was reached. */
  dropped = false;
  /** Pieces of `CHUNK` slots; the first begins small, since most streams are. */
  chunks = [(spareChunks.pop() ?? new Float64Array(FIRST_SIZE3)).fill(Number.NaN)];
  sparse;
  objects = [];
  codes = /* @__PURE__ */ new Map();
  containers = 0;
  /** Passes the first piece to the next memo. This one may not be used afterwards. */
  release() {
    const first2 = this.chunks.pop();
    if (first2?.length === FIRST_SIZE3 && spareChunks.length < MAX_SPARE) spareChunks.push(first2);
  }
  put(index2, value) {
    this.putCode(index2, typeof value === "number" ? value : this.encode(value));
  }
  /** `put` for a value that is a code already. */
  putCode(index2, code) {
    const chunk = index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS] ?? this.addChunk(index2) : void 0;
    const slot = index2 & CHUNK3 - 1;
    if (chunk !== void 0 && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) this.count++;
      chunk[slot] = code;
    } else if (index2 < CHUNK3 && slot < (this.chunks[0]?.length ?? 0) * 4) {
      this.growFirst(slot);
      this.putCode(index2, code);
    } else if (!this.putSparse(index2, code)) {
      this.count++;
      this.dropped = true;
    }
  }
  /** Stores a code at a scattered index; false where there is no more room. */
  putSparse(index2, code) {
    this.sparse ??= /* @__PURE__ */ new Map();
    if (!this.sparse.has(index2)) {
      if (this.sparse.size >= MAX_SPARSE) return false;
      this.count++;
    }
    this.sparse.set(index2, code);
    return true;
  }
  /** Returns the code in a slot, NaN where it was never filled, `DROPPED` where its contents were dropped. */
  codeAt(index2) {
    const code = index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS]?.[index2 & CHUNK3 - 1] : void 0;
    if (code !== void 0 && !Number.isNaN(code)) return code;
    return this.sparse?.get(index2) ?? (this.dropped ? DROPPED : Number.NaN);
  }
  /**
   * Returns the piece that contains a slot, if there is one: the run loop reads and writes it there, since passing a
   * double to a method boxes it.
   */
  chunkOf(index2) {
    return index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS] : void 0;
  }
  /** Returns the object of a code from `codeAt`, or undefined where the code itself is the value. */
  objectOf(code) {
    return code <= OBJECTS ? this.objects[OBJECTS - code] : void 0;
  }
  /** Adds the next piece, if the indexes go up by and by; scattered ones get no piece of their own. */
  addChunk(index2) {
    if (index2 >>> CHUNK_BITS !== this.chunks.length || this.chunks[0]?.length !== CHUNK3) return void 0;
    const chunk = new Float64Array(CHUNK3).fill(Number.NaN);
    this.chunks.push(chunk);
    return chunk;
  }
  growFirst(slot) {
    const [first2] = this.chunks;
    if (!first2) return;
    let length = first2.length;
    while (length <= slot) length *= 4;
    const wider = new Float64Array(Math.min(length, CHUNK3)).fill(Number.NaN, first2.length);
    wider.set(first2);
    this.chunks[0] = wider;
  }
  encode(value) {
    switch (value.kind) {
      case "global": {
        const known = this.codes.get(value);
        if (known !== void 0) return known;
        const code = this.register(value);
        this.codes.set(value, code);
        return code;
      }
      case "result": {
        value.memoized = true;
        if (this.objects.length < MAX_OBJECTS2) return this.register(value);
        if (!(value.callee instanceof GlobalRef)) return this.giveUp(UNKNOWN);
        value.callee.shared ??= new Result(value.callee, [], value.via, value.offset);
        addCallables(value.callee.shared, value.callables);
        this.shared ??= /* @__PURE__ */ new Map();
        const known = this.shared.get(value.callee.shared);
        if (known !== void 0) return known;
        const code = this.register(value.callee.shared);
        this.shared.set(value.callee.shared, code);
        return code;
      }
      case "module":
      case "bytes":
      case "blob":
      case "persistent-id":
        return this.objects.length < MAX_OBJECTS2 ? this.register(value) : UNKNOWN;
      case "text":
        return this.objects.length < MAX_OBJECTS2 ? this.register(value) : this.giveUp(TEXT3);
      case "tuple":
        return this.container(value, TUPLE);
      case "list":
        return this.container(value, LIST2);
      case "set":
        return this.container(value, SET);
      case "frozenset":
        return this.container(value, FROZENSET);
      case "dict":
        return this.container(value, DICT);
    }
  }
  shared;
  /** Whether containers are kept as their kind alone, but for those that carry callables. */
  get isCrowded() {
    return this.containers >= MAX_CONTAINERS;
  }
  container(value, kind) {
    if (this.isCrowded) {
      if (value.callables === void 0) return kind;
      if (this.objects.length >= MAX_OBJECTS2) return this.giveUp(DROPPED);
      return this.register(value);
    }
    this.containers++;
    return this.register(value);
  }
  /**
   * Drops a value that could be a name or a callable, and records that, so that the machine reports it where the slot
   * is read.
   */
  giveUp(kind) {
    this.dropped = true;
    return kind === TEXT3 ? DROPPED : kind;
  }
  register(value) {
    this.objects.push(value);
    return OBJECTS - (this.objects.length - 1);
  }
};
// src/pickle/vm/stack.ts
var MAX_STACK = 2 ** 22;
var FIRST_SIZE4 = 2304;
var MAX_SPARE2 = 8;
var spareCodes = [];
var NOTHING5 = new Float64Array(0);
var MAX_OBJECT_HEIGHT = 2 ** 19;
var Stack = class {
  depth = 0;
  /** Maximum number of entries: fewer once objects lie high up, which take some hundred bytes each. */
  room = MAX_STACK;
  /** The codes; above `depth` they mean nothing. Another array when it grows. */
  codes = spareCodes.pop() ?? new Float64Array(FIRST_SIZE4);
  objects = [];
  /** Passes the codes to the next stack. This one may not be used afterwards. */
  release() {
    this.depth = 0;
    if (this.codes.length === FIRST_SIZE4 && spareCodes.length < MAX_SPARE2) spareCodes.push(this.codes.fill(0));
    this.codes = NOTHING5;
  }
  push(value) {
    if (typeof value === "number") this.pushCode(value);
    else {
      this.keep(this.depth, value);
      this.pushCode(OBJECT4);
    }
  }
  pushCode(code) {
    if (this.depth === this.codes.length) this.grow(0);
    this.codes[this.depth++] = code;
  }
  at(index2) {
    const code = this.codes[index2] ?? UNKNOWN;
    return code === OBJECT4 ? this.objects[index2] ?? UNKNOWN : code;
  }
  /** Returns the code at `index`: `OBJECT` where an object lies there. */
  codeAt(index2) {
    return this.codes[index2] ?? UNKNOWN;
  }
  top() {
    return this.at(this.depth - 1);
  }
  pop() {
    return this.at(--this.depth);
  }
  replace(index2, value) {
    if (typeof value === "number") this.codes[index2] = value;
    else {
      this.codes[index2] = OBJECT4;
      this.keep(index2, value);
    }
  }
  /** The stack does not release what lay higher when it shrinks, so that its room is limited. */
  keep(index2, value) {
    this.objects[index2] = value;
    if (index2 > MAX_OBJECT_HEIGHT) this.room = MAX_OBJECT_HEIGHT;
  }
  replaceTop(value) {
    this.replace(this.depth - 1, value);
  }
  slice(from, to) {
    const values = [];
    for (let index2 = from; index2 < to; index2++) values.push(this.at(index2));
    return values;
  }
  /** Whether an object lies between the two heights. */
  hasObject(from, to) {
    for (let index2 = from; index2 < to; index2++) if (this.codes[index2] === OBJECT4) return true;
    return false;
  }
  /** Calls `visit` for every object between the two heights, with its height. */
  visit(from, to, visit) {
    for (let index2 = from; index2 < to; index2++) {
      if (this.codes[index2] !== OBJECT4) continue;
      const object = this.objects[index2];
      if (object !== void 0) visit(object, index2);
    }
  }
  /** The greatest number of values that it ever had: codes above `depth` stay, and no code is 0. */
  get peak() {
    let height = this.codes.length;
    while (height > 0 && this.codes[height - 1] === 0) height--;
    return height;
  }
  /** Makes room for `count` more values, so that the run loop can write `codes` without a check each time. */
  reserve(count) {
    if (this.codes.length < this.depth + count) this.grow(this.depth + count);
  }
  grow(atLeast2) {
    const wider = new Float64Array(Math.max(this.codes.length * 2, atLeast2));
    wider.set(this.codes);
    this.codes = wider;
  }
};
// src/pickle/vm/untracked-containers.ts
var MAX_METHODS2 = 64;
var UntrackedContainers = class {
  /** One of them was filled with something that carries callables or overrides a method. */
  isFilled = false;
  /** One of them came back from the memo. */
  isFetched = false;
  callables;
  methods = [];
  /**
   * Records that one was filled. `made`: the container that takes its place on the stack. `methods`: pairs that
   * `MethodOverrides.methodOf` finds.
   */
  filled(made, callables, methods2) {
    if (made !== void 0) made.callables = callables;
    if (callables === void 0 && methods2.length === 0) return;
    this.isFilled = true;
    this.callables = joinCallables(this.callables, callables);
    if (this.methods.length < 2 * MAX_METHODS2) this.methods.push(...methods2);
  }
  /** Returns what a kind from the memo may be by now. */
  seen(value) {
    const made = value === DICT ? new Dict([...this.methods], true) : void 0;
    const seen = made ?? (value === LIST2 || value === SET ? new Sequence(value === LIST2 ? "list" : "set", [], true) : void 0);
    if (seen === void 0) return value;
    seen.callables = this.callables;
    return seen;
  }
};
// src/pickle/vm/state.ts
var HUGE_INDEX = 2 ** 26;
var State = class {
  ending;
  stack = new Stack();
  calls;
  memo = new Memo();
  untracked = new UntrackedContainers();
  marks = new Marks();
  /** Stack height below which nothing may be popped: that of the last mark. */
  fence = 0;
  hugeIndexNoted = false;
  constructor(calls) {
    this.calls = calls;
  }
  /** Passes the arrays of stack and memo to the next stream. Only `ending` may be read afterwards. */
  release() {
    this.stack.release();
    this.memo.release();
  }
  /** Whether `count` values can be taken; otherwise the stream ends. */
  has(count, offset) {
    if (this.stack.depth - count >= this.fence) return true;
    this.broken("malformed", "an opcode takes more from the stack than is there", offset);
    return false;
  }
  /** MARK. */
  mark(offset) {
    if (this.marks.count >= MAX_STACK) return this.tooDeep(offset);
    this.marks.push(this.stack.depth);
    this.fence = this.stack.depth;
  }
  /** Removes the last mark and returns its stack height; \u22121 where there is none. */
  popMark(offset) {
    const start = this.marks.pop();
    if (start === void 0) {
      this.broken("malformed", "an opcode needs a MARK and there is none", offset);
      return -1;
    }
    this.fence = this.marks.top();
    return start;
  }
  /** GET, BINGET, LONG_BINGET: pushes the value of a memo slot. */
  get(index2, offset) {
    const { stack } = this;
    const chunk = this.memo.chunkOf(index2);
    const slot = index2 & CHUNK3 - 1;
    if (chunk !== void 0 && slot < chunk.length && (chunk[slot] ?? Number.NaN) > OBJECTS) {
      stack.codes[stack.depth++] = chunk[slot] ?? UNKNOWN;
      const kept = stack.codes[stack.depth - 1] ?? UNKNOWN;
      if (kept >= LIST2 && kept <= SET) this.fetched(kept);
      return;
    }
    const code = this.memo.codeAt(index2);
    if (Number.isNaN(code)) return this.broken("malformed", `memo entry ${index2} was never stored`, offset);
    const object = this.memo.objectOf(code);
    if (object !== void 0) return stack.push(object);
    stack.pushCode(code);
    if (code >= LIST2 && code <= SET) this.fetched(code);
  }
  /**
   * Records that the memo returned a container of which it has only the kind: that container may be part of another
   * object already.
   */
  fetched(kind) {
    this.untracked.isFetched = true;
    if (this.untracked.isFilled) this.stack.replaceTop(this.untracked.seen(kind));
  }
  /** Records that a container was filled of which the stack or the memo has only the kind. */
  filledUntracked(made, callables, methods2, offset) {
    this.untracked.filled(made, callables, methods2);
    if (callables !== void 0 && this.untracked.isFetched) this.calls.later.add(callables, offset);
  }
  /** PUT, BINPUT, LONG_BINPUT. */
  put(index2, offset) {
    if (!this.has(1, offset)) return;
    if (index2 >= HUGE_INDEX && !this.hugeIndexNoted) {
      this.hugeIndexNoted = true;
      this.calls.emitter.oddity("huge-memo-index", `memo index ${index2}`, offset);
    }
    const { stack, memo } = this;
    const top = stack.depth - 1;
    if (stack.codes[top] === OBJECT4) return memo.put(index2, stack.top());
    const chunk = memo.chunkOf(index2);
    const slot = index2 & CHUNK3 - 1;
    if (chunk !== void 0 && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) memo.count++;
      chunk[slot] = stack.codes[top] ?? UNKNOWN;
    } else memo.putCode(index2, stack.codeAt(top));
  }
  /** MEMOIZE: the next index. */
  memoize(offset) {
    this.put(this.memo.count, offset);
  }
  /** POP: removes a value, or a mark that is on top. */
  pop(offset) {
    if (this.marks.count > 0 && this.fence === this.stack.depth) this.popMark(offset);
    else if (this.has(1, offset)) this.calls.discarded(this.stack.pop(), offset);
  }
  /** POP_MARK. */
  popToMark(offset) {
    const start = this.popMark(offset);
    if (start < 0) return;
    for (let item = start; item < this.stack.depth; item++) this.calls.discarded(this.stack.at(item), offset);
    this.stack.depth = start;
  }
  /** DUP. */
  duplicate(offset) {
    if (this.has(1, offset)) this.stack.push(this.stack.top());
  }
  /**
   * Takes note that all values from `start` on become part of an object that may call them, and returns their
   * callables. `quiet`: imported names are not reported as escaping.
   */
  collectCallables(start, offset, quiet = false) {
    const { stack } = this;
    let callables;
    for (let index2 = start; index2 < stack.depth; index2++) {
      const code = stack.codeAt(index2);
      if (code === DROPPED) callables = joinCallables(callables, ANY);
      if (code !== OBJECT4) continue;
      const object = stack.at(index2);
      if (typeof object !== "object") continue;
      if (object instanceof GlobalRef && !quiet) this.calls.escape(object, offset);
      if ("isShared" in object) object.isShared = true;
      callables = joinCallables(callables, callablesOf(object));
    }
    return callables;
  }
  /** STOP: calls that are still below the result were made for their effect alone. */
  stop(offset) {
    if (!this.has(1, offset)) return;
    const value = this.stack.pop();
    for (let item = 0; item < this.stack.depth; item++)
      if (this.stack.codeAt(item) === OBJECT4) this.calls.discarded(this.stack.at(item), offset);
    this.ending = { kind: "stop", value, offset };
  }
  /** Ends the stream before its STOP. The first reason is kept. */
  broken(why, detail, offset) {
    this.ending ??= { kind: "broken", why, detail, offset };
  }
  /** Ends the stream because its stack is higher than any pickler makes one. */
  tooDeep(offset) {
    this.broken("limit", `the stack grew past ${this.stack.room} entries`, offset);
  }
};
// src/pickle/vm/machine.ts
var RESERVED2 = 2048;
var Machine = class {
  /** Number of opcodes done so far. */
  opcodes = 0;
  /** It has stopped before bytes that are no opcodes: the caller steps over them, sets this back and runs on. */
  paused = false;
  state;
  containers;
  calling;
  counted;
  lines;
  window;
  /** Returns the bytes of a literal of the stream again. */
  read;
  hooks;
  arena;
  framing;
  /** Whether to pause at the end of the frame: the loader has taken the whole frame before it reads on. */
  waiting = false;
  lastOpcode = 0;
  constructor(window, read2, listener, stream, hooks = {}) {
    this.window = window;
    this.hooks = hooks;
    const arena = read2 ? void 0 : new Arena();
    this.arena = arena;
    this.read = read2 ?? ((offset, length) => arena?.read(offset, length) ?? NOTHING6);
    this.state = new State(new Calls(listener, this.read, stream, (offset) => opcodeName(window.buffer[offset - window.base] ?? -1)));
    this.containers = new Containers(this.state);
    this.calling = new CallOpcodes(this.state);
    this.framing = new Framing(this.state.calls);
    this.counted = new CountedReader(window, this.state, arena);
    this.lines = new LineReader(window, this.state, this.calling, arena, this);
  }
  get straddle() {
    return this.framing.straddle;
  }
  get ending() {
    return this.state.ending;
  }
  /** Runs until more bytes are needed or the stream has ended. */
  run() {
    const { window: w, state, containers, calling, counted: counted2, framing, arena } = this;
    const { stack } = state;
    const { buffer, view } = w;
    const base = w.base;
    if (w.overrun) return this.endOfData("an argument runs past the end of the data", base + w.pos, this.lastOpcode);
    if (!this.lines.skip()) return;
    const safeEnd = w.eof ? w.end : w.end - 15;
    let { codes } = stack;
    let reservedEnd = w.pos;
    let frameEnd = framing.end - base;
    let at = w.pos;
    let op = this.lastOpcode - base;
    let count = 0;
    while (state.ending === void 0) {
      if (at >= reservedEnd) {
        if (at >= safeEnd) {
          if (w.eof)
            this.endOfData(at > w.end ? "the last opcode is cut off" : "the data end before the pickle does", base + w.end, base + op);
          break;
        }
        stack.reserve(RESERVED2 + 1);
        codes = stack.codes;
        reservedEnd = Math.min(safeEnd, at + RESERVED2);
      }
      if (at >= frameEnd) {
        framing.leave(base + at, base + op);
        frameEnd = NO_FRAME;
        if (this.waiting) {
          this.waiting = false;
          this.paused = true;
          break;
        }
      }
      count++;
      op = at++;
      switch (buffer[op]) {
        case 148:
          state.memoize(base + op);
          break;
        case 75:
          codes[stack.depth++] = -1 - 2 * (buffer[at] ?? 0);
          at += 1;
          break;
        case 77:
          codes[stack.depth++] = -1 - 2 * view.getUint16(at, true);
          at += 2;
          break;
        case 74:
          codes[stack.depth++] = integer(view.getInt32(at, true));
          at += 4;
          break;
        case 71:
          codes[stack.depth++] = arena ? FLOAT : lazy(base + at, 8, FLOAT8);
          at += 8;
          break;
        case 78:
          codes[stack.depth++] = NONE2;
          break;
        case 136:
          codes[stack.depth++] = TRUE;
          break;
        case 137:
          codes[stack.depth++] = FALSE;
          break;
        case 104:
          state.get(buffer[at] ?? 0, base + op);
          at += 1;
          break;
        case 106:
          state.get(view.getUint32(at, true), base + op);
          at += 4;
          break;
        case 113:
          state.put(buffer[at] ?? 0, base + op);
          at += 1;
          break;
        case 114:
          state.put(view.getUint32(at, true), base + op);
          at += 4;
          break;
        case 140: {
          const length = buffer[at] ?? 0;
          if (arena || length >= MIN_ENCODED || at + 1 + length > w.end) at = counted2.read(op, at + 1, length, UTF82);
          else {
            codes[stack.depth++] = lazy(base + at + 1, length, UTF82);
            at += 1 + length;
          }
          break;
        }
        case 85:
          at = counted2.read(op, at + 1, buffer[at] ?? 0, LATIN1);
          break;
        case 67:
          at = counted2.read(op, at + 1, buffer[at] ?? 0, BYTES_LITERAL);
          break;
        case 138:
          at = counted2.read(op, at + 1, buffer[at] ?? 0, LONG);
          break;
        case 88: {
          const length = view.getUint32(at, true);
          if (arena || length >= MIN_ENCODED || at + 4 + length > w.end) at = counted2.read(op, at + 4, length, UTF82);
          else {
            codes[stack.depth++] = lazy(base + at + 4, length, UTF82);
            at += 4 + length;
          }
          break;
        }
        case 84:
          at = counted2.read(op, at + 4, view.getUint32(at, true), LATIN1);
          break;
        case 66:
          at = counted2.read(op, at + 4, view.getUint32(at, true), BYTES_LITERAL);
          break;
        case 48:
          state.pop(base + op);
          break;
        case 40:
          state.mark(base + op);
          break;
        case 93:
          containers.emptyList();
          break;
        case 125:
          containers.emptyDict();
          break;
        case 41:
          stack.push(EMPTY_TUPLE);
          break;
        case 133:
        case 134:
        case 135:
          containers.tuple((buffer[op] ?? 0) - 133 + 1, isReadNext(buffer, at), base + op);
          break;
        case 116:
          containers.collect("tuple", isReadNext(buffer, at), base + op);
          break;
        case 97:
          containers.addOne("append", base + op);
          break;
        case 115:
          containers.addOne("setitem", base + op);
          break;
        case 101:
          containers.addMany("append", isReadNext(buffer, at), base + op);
          break;
        case 117:
          containers.addMany("setitem", isReadNext(buffer, at), base + op);
          break;
        case 147:
          calling.stackGlobal(base + op);
          break;
        case 82:
          calling.reduce("reduce", base + op);
          break;
        case 129:
          calling.reduce("newobj", base + op);
          break;
        case 98:
          at = this.build(op);
          frameEnd = framing.end - base;
          break;
        case 149:
          if (framing.end !== NO_FRAME && frameEnd !== NO_FRAME) framing.note(base + op, "a frame opens inside another");
          framing.open(base + at + 8, uint64(view, at));
          frameEnd = framing.end - base;
          if (uint64(view, at) >= 2 ** 63) state.broken("malformed", "FRAME has an absurd length", base + op);
          at += 8;
          break;
        case 46:
          state.stop(base + op);
          if (at > frameEnd) framing.leave(base + at, base + op);
          break;
        default:
          at = rareOpcode(this, op, buffer[op] ?? 0);
      }
      if (at < 0) {
        at = w.pos;
        count--;
        break;
      }
      if (stack.depth > stack.room) state.tooDeep(base + op);
      if (w.toSkip > 0) break;
    }
    w.pos = Math.min(at, w.end);
    this.opcodes += count;
    this.lastOpcode = base + op;
  }
  build(op) {
    const { state, window: w } = this;
    if (!state.has(2, w.base + op)) return op;
    const value = state.stack.pop();
    const target = state.stack.top();
    state.calls.build(target, value, w.base + op);
    if (this.hooks.afterBuild?.(target, value, w.base + op)) {
      this.waiting = true;
      if (this.framing.end === NO_FRAME) this.framing.end = w.base + op + 1;
    }
    return op + 1;
  }
  /** PERSID and BINPERSID. */
  persistent(id, op) {
    this.hooks.persistentId?.(id);
    this.state.stack.push(this.state.calls.persistent(id, this.window.base + op));
  }
  /**
   * Ends the stream where the data end, or could not be decompressed any further. After a frame that `opcode` crosses,
   * some readers find more.
   */
  endOfData(detail, offset, opcode) {
    const { failure } = this.window;
    if (offset > this.framing.end) this.framing.leave(offset, opcode);
    if (failure) this.state.broken(failure.why, failure.message, offset);
    else this.state.broken("truncated", detail, offset);
  }
};
var NOTHING6 = new Uint8Array(0);
var EMPTY_TUPLE = new Sequence("tuple", []);
// src/formats/pickle/pickle/run.ts
var MIN_UNREAD = 1024;
async function runMachine(machine, window, budget, paused) {
  try {
    await runToEnd(machine, window, budget, paused);
  } finally {
    const { peaks } = budget;
    if (peaks) {
      peaks.stack = Math.max(peaks.stack, machine.state.stack.peak);
      peaks.memo = Math.max(peaks.memo, machine.state.memo.count);
    }
  }
  machine.state.release();
}
async function runToEnd(machine, window, budget, paused) {
  let counted2 = 0;
  let starved = isStarved(window);
  while (machine.ending === void 0) {
    if (starved) {
      const refill = window.fill();
      if (refill) await refill;
    }
    machine.run();
    budget.charge("opcodes", machine.opcodes - counted2);
    budget.checkTime();
    counted2 = machine.opcodes;
    starved = true;
    if (machine.paused) {
      await paused?.();
      machine.paused = false;
      starved = isStarved(window);
    }
  }
}
function isStarved(window) {
  return window.toSkip > 0 || window.end - window.pos < MIN_UNREAD;
}
// src/formats/shared/hidden-pickles.ts
var FIRST_READ = 512;
async function tryPickle(source, start, scan) {
  const window = new Window(source, start, FIRST_READ);
  const listener = new Effects();
  const machine = new Machine(window, source.read.bind(source), listener, 0);
  await runMachine(machine, window, scan.budget);
  const { ending, opcodes: opcodes2 } = machine;
  window.release();
  if (!listener.reached || !ending) return { opcodes: opcodes2 };
  const end = ending.offset + (ending.kind === "stop" ? 1 : 0);
  return end > start ? { size: end - start, opcodes: opcodes2 } : { opcodes: opcodes2 };
}
var Effects = class {
  reached = false;
  imported = false;
  unimportable = false;
  observe(observation) {
    if (observation.kind === "global") {
      this.imported = true;
      if (!isImportable(observation.module, observation.name)) this.unimportable = true;
    }
    if ((observation.kind === "call" || observation.kind === "mutated-global") && this.imported && !this.unimportable) this.reached = true;
    return false;
  }
  harmless() {
    return false;
  }
  nested() {
  }
  code() {
  }
  source() {
  }
  constant() {
  }
};
// src/pickle/vm/pickle-starts.ts
var MAX_NAME3 = 100;
var LOOKBEHIND = 512;
var MAX_BARE = 4;
var NEWLINE = 10;
var NAME22 = new Uint8Array(256);
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") NAME22[char.charCodeAt(0)] = 1;
var IS_BARE = new Uint8Array(256);
for (const [name, code, argument] of opcodes) if (argument === "none" && name !== "STOP") IS_BARE[code] = 1;
var NOTHING7 = [];
function startsOfNames(bytes, at) {
  if (bytes[at] === NEWLINE) return linesAround(bytes, at);
  return isStackGlobal(bytes, at) ? [at] : NOTHING7;
}
function linesAround(bytes, at) {
  let end = at + 1;
  while (end - at <= MAX_NAME3 && NAME22[bytes[end] ?? 0] === 1) end++;
  if (end === at + 1 || bytes[end] !== NEWLINE) return NOTHING7;
  let first2 = at;
  while (at - first2 <= MAX_NAME3 && first2 > 0 && NAME22[bytes[first2 - 1] ?? 0] === 1) first2--;
  const starts2 = [];
  for (let op = first2; op < at - 1 && op <= first2 + MAX_BARE; op++) {
    if (op > first2 + 1 && IS_BARE[bytes[op - 1] ?? 0] === 0) break;
    if (bytes[op] === 99) {
      if (bytes[op - 1] === 40) starts2.push(op - 1);
      starts2.push(op);
    } else if (bytes[op] === 105) {
      const mark = bytes.subarray(Math.max(0, op - LOOKBEHIND), op).lastIndexOf(40);
      if (mark >= 0) starts2.push(Math.max(0, op - LOOKBEHIND) + mark);
    }
  }
  const global = starts2.length > 0 ? -1 : bytes.subarray(first2, at - 1).indexOf(99);
  if (global >= 0) starts2.push(first2 + global);
  return starts2;
}
function isStackGlobal(bytes, at) {
  const module = afterName(bytes, at);
  const name = module < 0 ? -1 : afterName(bytes, module);
  return name >= 0 && bytes[name] === 147;
}
function afterName(bytes, at) {
  const wide = bytes[at] === 88;
  if (!wide && bytes[at] !== 140) return -1;
  const length = bytes[at + 1] ?? 0;
  if (length === 0 || length > MAX_NAME3) return -1;
  if (wide && (bytes[at + 2] !== 0 || bytes[at + 3] !== 0 || bytes[at + 4] !== 0)) return -1;
  const start = at + (wide ? 5 : 2);
  for (let i = start; i < start + length; i++) if (NAME22[bytes[i] ?? 0] === 0) return -1;
  const end = start + length;
  if (bytes[end] === 148) return end + 1;
  if (bytes[end] === 113) return end + 2;
  return bytes[end] === 114 ? end + 5 : end;
}
// src/formats/shared/search-signatures.ts
var LINE_END2 = 10;
var PADDING2 = 61;
var WORD = tableOf(/[A-Za-z0-9+/_-]/);
var WORD_BEFORE = tableOf(/[A-Za-z0-9+/]/);
var NAME3 = tableOf(/[\w.]/);
var MAX_NAME22 = 100;
var NONE3 = 0;
var PROTO = 1;
var ZIP = 2;
var COMPRESSED = 3;
var TEXT22 = 4;
var NAMES2 = 5;
var SIEVE = new Uint8Array(65536);
for (const pair of firstPairs("pickle")) SIEVE[pair] = PROTO;
for (const pair of firstPairs("zip")) SIEVE[pair] = ZIP;
for (const pair of firstPairs("compressed")) SIEVE[pair] = COMPRESSED;
for (const pair of encodedPairs()) SIEVE[pair] = TEXT22;
for (let letter = 0; letter < 256; letter++) if (NAME3[letter] === 1) SIEVE[LINE_END2 << 8 | letter] = NAMES2;
for (const text4 of [140, 88]) for (let length = 1; length <= MAX_NAME22; length++) SIEVE[text4 << 8 | length] = NAMES2;
var NO_CANDIDATES = [];
function candidatesIn(bytes, end, left = bytes.length) {
  let found2;
  let sorted = true;
  let wordEnd = 0;
  const note = (kind, at, length = 0) => {
    found2 ??= [];
    sorted &&= at >= (found2[found2.length - 1]?.at ?? 0);
    found2.push({ kind, at, length });
  };
  const until = Math.min(bytes.length, end + LINE_REACH);
  for (let at = 0, pair = bytes[0] ?? 0; at < until; at++) {
    pair = (pair << 8 | (bytes[at + 1] ?? 0)) & 65535;
    const kind = SIEVE[pair];
    if (kind === NONE3) continue;
    if (kind === NAMES2) {
      for (const start of startsOfNames(bytes, at)) if (start < end) note("names", start);
    } else if (at >= end) continue;
    else if (kind === PROTO) {
      if (canStart(bytes[at + 2]) && mayHaveEffect(bytes, at, left - at)) note("pickle", at);
    } else if (kind === ZIP) {
      if (startsLikeZip(bytes.subarray(at, at + 4))) note("zip", at);
    } else if (kind === COMPRESSED) {
      if (startsCompressed(bytes.subarray(at, at + 32))) note("compressed", at);
    } else if (WORD_BEFORE[bytes[at - 1] ?? 0] === 0) {
      if (at >= wordEnd) wordEnd = wordEndFrom(bytes, at);
      if (wordEnd - at >= MIN_ENCODED) note("text", at, wordEnd - at);
    }
  }
  if (found2 === void 0) return NO_CANDIDATES;
  return sorted ? found2 : found2.sort((one, other2) => one.at - other2.at);
}
var LINE_REACH = 640;
var MIN_LINE = 60;
function wordEndFrom(bytes, from) {
  let at = from;
  for (; ; ) {
    const line = at;
    while (WORD[bytes[at] ?? 0] === 1) at++;
    if (bytes[at] === PADDING2) return at + (bytes[at + 1] === PADDING2 ? 2 : 1);
    const next = bytes[at] === 13 && bytes[at + 1] === LINE_END2 ? at + 2 : bytes[at] === LINE_END2 ? at + 1 : -1;
    if (next < 0 || at - line < MIN_LINE || WORD[bytes[next] ?? 0] !== 1) return at;
    at = next;
  }
}
function tableOf(letters) {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(letters.test(String.fromCharCode(byte))));
}
// src/formats/shared/search-bytes.ts
var PIECE3 = 1 << 20;
var OVERLAP = 4096;
var MAX_TEXT22 = 16 << 20;
var PER_BYTE = 2;
var BASE_COST = 1 << 20;
var ATTEMPT = 32;
var OPCODE = 4;
var MEMBER_COST = 16;
var FIRST_READ2 = 128 * 1024;
var MAX_ARCHIVES = 64;
var WHOLE = { base: 0 };
var Search = class {
  source;
  scan;
  where;
  /** Number of payloads that were found. */
  found = 0;
  spent = 0;
  archives = 0;
  /** End of the last zip that was found. */
  archiveEnd = 0;
  /** End of the last pickle that was found: names before it belong to that pickle. */
  pickleEnd = 0;
  /** The piece that is searched now. Most attempts need no other bytes. */
  piece = new Uint8Array(0);
  pieceAt = 0;
  cached;
  constructor(source, scan, where2 = WHOLE) {
    this.source = source;
    this.scan = scan;
    this.where = where2;
    this.cached = {
      kind: "source",
      size: source.size,
      read: (offset, count) => source.read(offset, count),
      readInto: (target, offset) => this.readCached(target, offset)
    };
  }
  /**
   * Looks for pickles, archives and compressed data at every offset of a range, as they are or in base64 or hex, and
   * scans them as guesses. Accounts for the range as searched, or as padding if it is all zeros. Returns false if the
   * search would exceed its cost limit; the rest of the range is then not accounted for.
   */
  async range(offset, length) {
    const { account } = this.scan;
    const { base = 0 } = this.where;
    const end = Math.min(this.source.size, offset + length);
    let zeros = true;
    for (let at = offset; at < end; at += PIECE3) {
      this.scan.budget.checkTime();
      const bytes = this.source.read(at, Math.min(PIECE3 + OVERLAP, end - at));
      const own2 = Math.min(PIECE3, bytes.length);
      if (isZero2(bytes)) continue;
      zeros = false;
      for (const candidate of candidatesIn(bytes, own2, end - at)) {
        this.piece = bytes;
        this.pieceAt = at;
        if (!await this.open(at, candidate, bytes, end)) return false;
      }
      if (this.isAccounted()) account.passOver("searched", base + at, own2);
    }
    if (zeros && this.isAccounted()) account.passOver("padding", base + offset, end - offset);
    return true;
  }
  /**
   * Searches all bytes and returns the number of payloads. A value without payloads is not accounted for: the search of
   * the bytes around it includes it, since a payload may begin before the value and extend into it.
   * @throws {ScanError} `limit` if the search exceeds its cost limit.
   */
  async whole() {
    const { source, scan, where: where2 } = this;
    if (!await this.range(0, source.size))
      throw new ScanError("limit", "too many offsets look like the start of a payload; the rest was not searched");
    if (this.found > 0 && where2.base !== void 0) scan.account.passOver("searched", where2.base, source.size);
    return this.found;
  }
  /**
   * Searches a value that a program reads as a whole. A pickle at its beginning is no guess, and the pickle format also
   * handles the bytes after it. A text counts only if it decodes to a payload.
   */
  async value(isText32) {
    const { source, scan } = this;
    const first2 = isText32 ? void 0 : source.read(0, 1)[0];
    if (canStart(first2)) {
      const attempt = await tryPickle(source, 0, scan);
      if (attempt.size !== void 0) {
        await this.descend("pickle@0", 0, source.size);
        return;
      }
      this.spend(attempt.opcodes);
    }
    if (first2 !== void 0 && source.size <= PIECE3 && startsWithShortMagic(source.read(0, source.size)))
      await this.descend("+0", 0, source.size, { guess: "constant" });
    await this.whole();
  }
  /** Scans bytes that the format does not define as a file of their own, and searches them if no format matches. */
  async asFile(offset, length) {
    const open = () => slice(this.source, offset, length);
    const at = (this.where.base ?? 0) + offset;
    this.scan.budget.charge("members", MEMBER_COST);
    const hints = { searched: true };
    if (!await this.scan.descend({ name: `+${at}`, size: length, storedAt: at, hints, open })) await this.range(offset, length);
  }
  /** Searches all bytes before `end` that are not accounted for. To be called after the reader. */
  async rest(end = Number.POSITIVE_INFINITY) {
    for (const { offset, length } of this.scan.account.gaps(Number.POSITIVE_INFINITY))
      if (offset < end) await this.range(offset, Math.min(length, end - offset));
  }
  /** Tries one candidate. Returns false if the search exceeds its cost limit. */
  async open(at, candidate, bytes, end) {
    const start = at + candidate.at;
    switch (candidate.kind) {
      case "text":
        return this.openText(start, this.wordOf(at, candidate, bytes, end));
      case "pickle":
      case "names":
        return this.openPickle(start, candidate.kind, end);
      case "zip":
      case "compressed":
        return this.openArchive(start, candidate.kind, end);
      default:
        return candidate.kind;
    }
  }
  async openPickle(start, kind, end) {
    const { where: where2 } = this;
    if (kind === "names" && start < this.pickleEnd) return true;
    const { size, opcodes: opcodes2 } = await tryPickle(this.cached, start, this.scan);
    if (size === void 0) return this.spend(opcodes2);
    this.pickleEnd = Math.max(this.pickleEnd, start + size);
    if (where2.known?.has(start)) return true;
    if (where2.unpickled) await this.descend(`pickle@${this.at(start)}`, start, size);
    else await this.descend(`pickle@${this.at(start)}`, start, end - start, { guess: "place", search: this.count });
    return this.isWithin();
  }
  async openArchive(start, kind, end) {
    if (kind === "zip" && start < this.archiveEnd) return true;
    if (++this.archives > MAX_ARCHIVES) return false;
    const hints = { guess: this.where.guess ?? "constant", search: this.count };
    const reads = { reads: 0, bytesRead: 0 };
    const known = await this.descend(`+${this.at(start)}`, start, end - start, hints, reads);
    if (known && kind === "zip") this.archiveEnd = end;
    if (kind === "compressed") this.count(Math.max(0, reads.bytesRead - FIRST_READ2));
    return this.isWithin();
  }
  async openText(start, word) {
    const payload = payloadIn(word, true);
    if (payload === void 0 || hasProtocol(payload) && !mayHaveEffect(payload, 0, payload.length)) return true;
    this.count(word.length);
    this.found++;
    this.scan.budget.charge("members", 1);
    const hints = { guess: "constant", search: this.count };
    await this.scan.descend({ name: this.named(`text@${this.at(start)}`), size: payload.length, hints, open: () => memorySource(payload) });
    return this.isWithin();
  }
  descend(name, start, size, hints, reads) {
    const { base } = this.where;
    this.found++;
    this.scan.budget.charge("members", hints ? MEMBER_COST : 1);
    return this.scan.descend({
      name: this.named(name),
      size,
      ...hints ? { hints } : {},
      ...base === void 0 ? {} : { storedAt: base + start },
      open: () => reads ? counted(slice(this.source, start, size), reads) : slice(this.source, start, size)
    });
  }
  /** True if `range` accounts for the bytes. For a value, `whole` does. */
  isAccounted() {
    return this.where.name === void 0 && this.where.base !== void 0;
  }
  named(name) {
    return this.where.name === void 0 ? name : `${this.where.name} ${name}`;
  }
  /** Returns the offset for the name of a member: in the value, or else in the artifact. */
  at(start) {
    return this.where.name === void 0 ? (this.where.base ?? 0) + start : start;
  }
  /** Returns the bytes of a text candidate, which may extend past the piece. */
  wordOf(base, { at, length }, bytes, end) {
    if (at + length < bytes.length || base + bytes.length >= end) return bytes.subarray(at, at + length);
    const whole = this.source.read(base + at, Math.min(MAX_TEXT22, end - base - at));
    return whole.subarray(0, wordEndFrom(whole, 0));
  }
  /** Reads from the piece in memory if it contains the bytes. */
  readCached(target, offset) {
    const from = offset - this.pieceAt;
    if (from < 0 || from + target.length > this.piece.length) return this.source.readInto(target, offset);
    target.set(this.piece.subarray(from, from + target.length));
    return target.length;
  }
  /** Charges an attempt without a result. */
  spend(opcodes2) {
    this.count(ATTEMPT + opcodes2 * OPCODE);
    return this.isWithin();
  }
  isWithin() {
    return this.spent <= PER_BYTE * this.source.size + BASE_COST;
  }
  count = (bytes) => {
    this.spent += bytes;
  };
};
async function accountForText(source, scan, size = source.size) {
  for (let base = 0; base < size; base += PIECE3) {
    const bytes = source.read(base, Math.min(PIECE3 + OVERLAP, size - base));
    if (candidatesIn(bytes, PIECE3).some(({ kind, at }) => kind !== "text" && (bytes[at] ?? 0) >= 128)) {
      await new Search(source, scan).range(0, size);
      return;
    }
  }
  scan.account.read(0, size);
}
function isValuePossible(source, isText32) {
  if (source.size > PIECE3) return true;
  const bytes = source.read(0, source.size);
  return !isText32 && (canStart(bytes[0]) || startsWithShortMagic(bytes)) || candidatesIn(bytes, bytes.length).length > 0;
}
function isZero2(bytes) {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}

import { createRequire } from "node:module";
var load = process.getBuiltinModule ?? createRequire(import.meta.url);
var builtin = load("node:module");
var of = (name) => builtin[name];
var createRequire2 = /* @__PURE__ */ of("createRequire");
// src/bytes/zlib.ts
var moduleCache;
function zlib() {
  moduleCache ??= createRequire2(import.meta.url)("node:zlib");
  return moduleCache;
}

// src/bytes/inflate.ts
var SMALL = 8 * 1024 * 1024;
var STREAM_PIECE = 64 * 1024;
function inflateRaw(compressed, declared, spend) {
  if (declared > SMALL || compressed.size > SMALL) return paid(streamed(compressed), spend);
  const attempt = inflateSmall(compressed, SMALL);
  if (attempt === "broken") return paid(toStream(inflate(new Puller(compressed))), spend);
  if (attempt === "too-long") return paid(streamed(compressed), spend);
  spend(attempt.length);
  return memorySource(attempt);
}
function inflateSmall(compressed, limit) {
  if (compressed.size === 0) return "broken";
  const input = compressed.read(0, compressed.size);
  try {
    return zlib().inflateRawSync(input, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) return "too-long";
    return "broken";
  }
}
function paid(stream, spend) {
  const pay = (chunk) => {
    if (chunk) spend(chunk.length);
    return chunk;
  };
  return {
    kind: "stream",
    next() {
      const step2 = stream.next();
      return step2 instanceof Promise ? step2.then(pay) : pay(step2);
    },
    close: () => stream.close()
  };
}
function streamed(compressed) {
  const decoder = zlib().createInflateRaw({ chunkSize: STREAM_PIECE });
  const output = decoder[Symbol.asyncIterator]();
  let read2 = 0;
  let delivered = 0;
  let exact;
  let closed = false;
  const feed = () => {
    try {
      while (read2 < compressed.size) {
        const piece = compressed.read(read2, STREAM_PIECE);
        read2 += piece.length;
        if (piece.length === 0) break;
        if (!decoder.write(piece)) return;
      }
      decoder.end();
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new ScanError("malformed", String(error)));
    }
  };
  decoder.on("drain", feed);
  const next = async () => {
    if (closed) return void 0;
    if (exact) return nextChunk(exact);
    if (read2 === 0) feed();
    try {
      const { value } = await output.next();
      if (!(value instanceof Uint8Array)) return void 0;
      delivered += value.length;
      return value;
    } catch {
      exact = skipping(inflate(new Puller(compressed)), delivered);
      return nextChunk(exact);
    }
  };
  return {
    kind: "stream",
    next,
    close() {
      closed = true;
      decoder.destroy();
    }
  };
}

// src/bytes/crc32.ts
var tableCache;
function crc32(bytes, before = 0) {
  const native = zlib().crc32;
  return native ? native(bytes, before) : plain(bytes, before);
}
function plain(bytes, before) {
  tableCache ??= new Uint32Array(256).map((_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
    return value;
  });
  const table2 = tableCache;
  let crc = ~before;
  for (let index2 = 0; index2 < bytes.length; index2++) crc = (table2[(crc ^ (bytes[index2] ?? 0)) & 255] ?? 0) ^ crc >>> 8;
  return ~crc >>> 0;
}

// src/formats/shared/first-bytes.ts
function oneOf(chars) {
  return (first2) => chars.includes(String.fromCharCode(first2));
}
var WHITESPACE2 = "	\n\v\f\r \xA0";
// src/formats/archive/compressed/format.ts
var OPENINGS = {
  gzip: { first: oneOf("") },
  zlib: { first: oneOf("\b(8HXhx") },
  "joblib-zfile": { first: oneOf("Z") },
  bzip2: { first: oneOf("B") },
  xz: { first: oneOf("\xFD") },
  lzma: { first: (byte) => byte < 225 },
  lz4: { first: (byte) => byte === 4 || byte === 2 || byte >> 4 === 5 },
  zstd: { first: (byte) => byte === 40 || byte >> 4 === 5 }
};
var compressedFormats = codecSignatures.map((codec) => ({
  id: codec.id,
  title: codec.title,
  kind: "model",
  extensions: codec.extensions,
  access: "random",
  prefilter: OPENINGS[codec.id],
  match: (probe) => codec.match(probe.head, probe.extension),
  scan: (artifact, scan) => scanCompressed(codec, artifact, scan)
}));
async function scanCompressed(codec, artifact, scan) {
  const { input } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", `${codec.title} data cannot be read from a stream`);
  const { probe, budget } = scan;
  const { codecs } = await import("./bytes-codecs-index.js");
  const decoder = codecs.find(({ id }) => id === codec.id);
  if (!decoder) throw new Error(`no decoder for ${codec.id}`);
  const open = () => paid(decoder.open(input), (bytes) => {
    budget.charge("bytes-inflated", bytes);
    budget.checkTime();
  });
  const stream = open();
  try {
    const start = await firstChunk(stream);
    if (start.error && (artifact.hints?.search || codec.match(probe.head, probe.extension) === "possible")) return "not-this-format";
    if (start.error) throw start.error;
    const known = await scan.descend({ name: contentName(codec, probe.name), size: 0, open: () => resumed(start.chunk, stream, open) });
    if (!known) return "not-this-format";
    scan.account.passOver("compressed");
  } finally {
    stream.close();
  }
}
async function firstChunk(stream) {
  try {
    return { chunk: await stream.next() };
  } catch (error) {
    if (error instanceof ScanError) return { error };
    throw error;
  }
}
function resumed(chunk, stream, open) {
  let first2 = true;
  return {
    kind: "stream",
    close: () => stream.close(),
    again: () => repeatable(open),
    next() {
      if (!first2) return stream.next();
      first2 = false;
      return chunk;
    }
  };
}
var TAR_EXTENSIONS = [".tgz", ".tbz2", ".txz", ".tzst"];
function contentName(codec, name) {
  const dot = name.lastIndexOf(".");
  const extension = dot < 0 ? "" : name.slice(dot).toLowerCase();
  if (dot <= 0) return "content";
  if (TAR_EXTENSIONS.includes(extension)) return `${name.slice(0, dot)}.tar`;
  if (/\.npy\.z$/i.test(name)) return "content";
  return codec.extensions.includes(extension) ? name.slice(0, dot) : "content";
}
// src/formats/archive/rar/format.ts
var SIGNATURE = [82, 97, 114, 33, 26, 7];
var rarFormat = {
  id: "rar",
  title: "RAR archive",
  kind: "model",
  extensions: [".rar"],
  prefilter: { first: oneOf("R") },
  match: ({ head }) => SIGNATURE.every((byte, index2) => head[index2] === byte) && (head[6] ?? 2) < 2 ? "certain" : "no",
  scan(_artifact, scan) {
    scan.observe({
      kind: "incomplete",
      why: "unsupported",
      detail: `a RAR archive (version ${scan.probe.head[6] === 0 ? "1.5 to 4" : "5"}), which cannot be read`,
      remedy: "Pack the files as a zip or tar archive."
    });
  }
};
// src/formats/shared/lazily.ts
function lazily(load3) {
  let reader;
  return (artifact, scan) => {
    if (reader) return reader(artifact, scan);
    return load3().then((loaded) => {
      reader = loaded;
      return loaded(artifact, scan);
    });
  };
}
// src/formats/archive/seven-zip/format.ts
var sevenZipFormat = {
  id: "7z",
  title: "7z archive",
  kind: "model",
  extensions: [".7z"],
  access: "random",
  prefilter: { first: oneOf("7") },
  match: (probe) => startsLikeSevenZip(probe.head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-archive-seven-zip-reader.js")).scanSevenZip)
};
// src/formats/archive/tar/format.ts
var tarFormat = {
  id: "tar",
  title: "Tar archive",
  kind: "model",
  promises: { extensions: [".nemo"] },
  extensions: [".tar"],
  match: (probe) => looksLikeTar(probe.head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-archive-tar-reader.js")).scanTar)
};
// src/wire/zip/row.ts
function archivesInRow(source, most) {
  const starts2 = [];
  for (let end = source.size; end > 0; ) {
    const start = startOfArchive(source, end);
    if (start === void 0 || starts2.length === most) return void 0;
    starts2.push(start);
    end = start;
  }
  return starts2.length > 1 ? starts2.reverse() : void 0;
}
function startOfArchive(source, end) {
  const at = end - END_SIZE;
  if (at < END64_SIZE + LOCATOR64_SIZE) return void 0;
  const bytes = source.read(at, END_SIZE);
  const record = parseEnd(bytes, 0);
  if (u32le(bytes, 0) !== END_SIGNATURE || record.commentLength !== 0) return void 0;
  const located = parseLocator64(source.read(at - LOCATOR64_SIZE, LOCATOR64_SIZE));
  const zip64 = located !== void 0;
  const group = zip64 ? at - LOCATOR64_SIZE - END64_SIZE : at;
  const claim = zip64 ? parseEnd64(source.read(group, END64_SIZE)) : record;
  if (!claim) return void 0;
  const start = group - claim.size - claim.offset;
  if (zip64 && group - located !== start) return void 0;
  return start >= 0 && start < group && u32le(source.read(start, 4), 0) === LOCAL_SIGNATURE ? start : void 0;
}
// src/wire/zip/second-opinion.ts
var MOST_ENTRIES = 2e3;
async function secondOpinion(source) {
  const loaded = await import("./package-yauzl-index.js");
  const { fromRandomAccessReader, RandomAccessReader } = loaded.default ?? loaded;
  const names3 = /* @__PURE__ */ new Set();
  let count = 0;
  return new Promise((resolve2) => {
    const settle = (refusal, complete2) => resolve2({ names: names3, count, refusal, complete: complete2 });
    const refuse = (error) => settle(error instanceof Error ? error.message : String(error), false);
    class SourceReader extends RandomAccessReader {
      // Answers asynchronously, or yauzl would recurse once per entry. What it throws arrives here.
      read(buffer, offset, length, position, callback) {
        setImmediate(() => {
          try {
            const got = source.readInto(buffer.subarray(offset, offset + length), position);
            callback(got === length ? null : new Error("unexpected EOF"));
          } catch (error) {
            refuse(error);
          }
        });
      }
    }
    fromRandomAccessReader(new SourceReader(), source.size, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) return refuse(error);
      zip.on("entry", (entry) => {
        count++;
        names3.add(decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag));
        if (count >= MOST_ENTRIES) settle(void 0, false);
        else zip.readEntry();
      });
      zip.on("end", () => settle(void 0, true));
      zip.on("error", refuse);
      zip.readEntry();
    });
  });
}
function describeOpinion(opinion, entry) {
  const { refusal, count, complete: complete2, names: names3 } = opinion;
  if (refusal !== void 0)
    return count === 0 ? `yauzl refuses the archive: ${refusal}` : `yauzl lists ${count} entries, then refuses the archive: ${refusal}`;
  const listed3 = `yauzl lists ${complete2 ? "" : "more than "}${count} ${count === 1 && complete2 ? "entry" : "entries"}`;
  return complete2 && entry !== "" && !names3.has(entry) ? `${listed3}, without this one` : listed3;
}
// src/formats/archive/zip/account.ts
var MAX_DESCRIPTOR = 24;
var MAX_EXTRA = 1024;
var MAX_LISTED = 16;
var MAX_CHARACTER = 4;
var MAX_GAPS = 1e3;
function accountForZip({ entries, directories, ends }, account) {
  const records = [...directories, ...ends];
  const firstRecord = records.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const sorted = inOrder(entries);
  let expected = MAX_LISTED;
  for (let index2 = 0; index2 < sorted.length; index2++) {
    const entry = sorted[index2];
    if (entry === void 0) continue;
    const { headerOffset, dataOffset, compressedSize, method, flags, name, listedBy } = entry;
    const names3 = name.length * MAX_CHARACTER;
    if (listedBy !== "local-header") expected += CENTRAL_SIZE + name.length;
    if (dataOffset === void 0) continue;
    const header = dataOffset - headerOffset;
    account.read(headerOffset, header > LOCAL_SIZE + names3 + MAX_EXTRA ? LOCAL_SIZE + name.length : header);
    account.passOver(method === 0 ? "member" : "compressed", dataOffset, compressedSize);
    const end = dataOffset + compressedSize;
    if ((flags & FLAG_DESCRIPTOR) === 0) continue;
    const next = Math.min(sorted[index2 + 1]?.headerOffset ?? Number.POSITIVE_INFINITY, Math.max(end, firstRecord));
    if (next > end && next - end <= MAX_DESCRIPTOR) account.passOver("checksum", end, next - end);
  }
  for (const { start, end } of ends) account.read(start, end - start);
  for (const { start, end } of directories) if (end - start <= expected) account.read(start, end - start);
}
async function scanGaps(source, reading, prefixReported, scan) {
  const { entries, directories, ends, problems } = reading;
  const gaps = scan.account.gaps(MAX_GAPS);
  if (gaps.length === 0) return;
  const starts2 = [...directories, ...ends].map(({ start }) => start);
  const firstRecord = starts2.reduce((least, start) => Math.min(least, start), source.size);
  const first2 = entries.reduce((least, { headerOffset }) => Math.min(least, headerOffset), firstRecord);
  const lastEnd = ends.reduce((most, { end }) => Math.max(most, end), 0);
  const comment = lastEnd >= 2 ? source.read(lastEnd - 2, 2) : [];
  const last = lastEnd + (comment[0] ?? 0) + (comment[1] ?? 0) * 256;
  if (prefixReported) scan.account.passOver("reported", 0, first2);
  if (problems.some(({ why }) => why === "limit")) return;
  const search = new Search(source, scan);
  for (const { offset, length } of gaps) {
    if (offset < first2 || offset >= last) continue;
    if (offset >= firstRecord || paddingLength(source, offset, offset + length) >= length)
      await search.range(offset, Math.min(length, last - offset));
    else await search.asFile(offset, length);
  }
}
function inOrder(entries) {
  const isSorted = entries.every(({ headerOffset }, index2) => index2 === 0 || (entries[index2 - 1]?.headerOffset ?? 0) <= headerOffset);
  return isSorted ? entries : [...entries].sort((one, other2) => one.headerOffset - other2.headerOffset);
}
// src/formats/archive/zip/flavours.ts
var flavours = [
  // torch.jit.save: code/ contains the program as text.
  { label: "torchscript", files: ["constants.pkl", "data.pkl"], folders: ["code"], hints: { pickle: "torch", source: "torchscript" } },
  // torch.package.PackageExporter: unpickling imports its modules.
  { label: "torch-package", files: ["extern_modules"], folders: [".data"], hints: { pickle: "torch", source: "load" } },
  // torch.export.save and AOTInductor packages since PyTorch 2.7, and before.
  { label: "torch-export", files: ["archive_format", "archive_version"], folders: [], hints: { pickle: "torch", source: "import" } },
  { label: "torch-export", files: ["serialized_exported_program.json"], folders: [], hints: { pickle: "torch", source: "import" } },
  // torch.save since 1.6.
  { label: "pytorch", files: ["data.pkl"], folders: [], hints: { pickle: "torch", source: "import" } },
  // torch-model-archiver: the server imports the handler.
  { label: "torchserve", files: ["manifest.json"], folders: ["mar-inf"], hints: { source: "load" } },
  // keras.Model.save since Keras 3.
  { label: "keras", files: ["config.json", "metadata.json", "model.weights.h5"], folders: [] },
  { label: "keras", files: ["config.json", "metadata.json", "model.weights.npz"], folders: [] },
  // skops.io.dump.
  { label: "skops", files: ["schema.json"], folders: [] },
  // numpy.savez: one member for each array.
  { label: "npz", files: [], folders: [], all: ".npy" }
];
var labels = [...new Set(flavours.map(({ label: label4 }) => label4))];
function flavourOf(names3) {
  const files = /* @__PURE__ */ new Set();
  const folders = /* @__PURE__ */ new Set();
  let latest = "";
  for (const written2 of names3) {
    const name = written2.toLowerCase();
    latest = addTo2(files, folders, name, latest);
    const nul = name.indexOf("\0");
    if (nul >= 0) latest = addTo2(files, folders, name.slice(0, nul), latest);
  }
  return flavours.find(
    ({ files: wanted, folders: inside, all }) => wanted.every((file) => files.has(file)) && inside.every((folder) => folders.has(folder)) && (all === void 0 || files.size > 0 && [...files].every((file) => file.endsWith(all)))
  );
}
function addTo2(files, folders, name, latest) {
  const last = name.lastIndexOf("/");
  files.add(name.slice(last + 1));
  const path = name.slice(0, Math.max(0, Math.min(last, 1024)));
  if (last >= 0 && (path !== latest || path === "")) for (const part of path.split("/", 8)) folders.add(part);
  return last < 0 ? latest : path;
}
var STORAGE = /(?:^|\/)data\/\d+$/;
var storageHintsCache = /* @__PURE__ */ new WeakMap();
function storageHints(hints) {
  const known = storageHintsCache.get(hints);
  if (known) return known;
  const numbers = { ...hints, numbers: true };
  storageHintsCache.set(hints, numbers);
  return numbers;
}
function hintsOf(hints, { name }, entries) {
  if (hints?.pickle === "torch" && STORAGE.test(name)) return storageHints(hints);
  const folder = hints?.pickle === "torch" ? /^(.*\/)?data\.pkl$/i.exec(name) : void 0;
  if (!folder) return hints;
  let sizes;
  return {
    ...hints,
    storage(key) {
      sizes ??= sizesBelow(`${folder[1] ?? ""}data/`, entries);
      return sizes.get(key);
    }
  };
}
function sizesBelow(folder, entries) {
  const sizes = /* @__PURE__ */ new Map();
  for (const { name, size } of entries) if (name.startsWith(folder)) sizes.set(name.slice(folder.length), size);
  return sizes;
}
// src/formats/archive/zip/members.ts
var MAX_CHECKED = 4 * 1024 * 1024;
var MAX_TARGET = 4096;
var STORED = 0;
var DEFLATED = 8;
function isCommonMethod(method) {
  return method === STORED || method === DEFLATED;
}
var rareMethodsCache;
async function loadMethod({ method }) {
  if (!isCommonMethod(method)) rareMethodsCache ??= (await import("./formats-archive-zip-rare-methods.js")).rareMethods;
}
function rareMethod(method) {
  return (compressed, entry, spend) => {
    const open = rareMethodsCache?.get(method);
    if (!open) throw new Error(`loadMethod was not called for method ${method}`);
    return open(compressed, entry, spend);
  };
}
var methods = /* @__PURE__ */ new Map([
  [STORED, { name: "stored", open: (stored) => stored }],
  [1, { name: "Shrink" }],
  [6, { name: "Implode" }],
  [DEFLATED, { name: "Deflate", open: (compressed, entry, spend) => inflateRaw(compressed, entry.size, spend) }],
  [9, { name: "Deflate64" }],
  [12, { name: "bzip2", open: rareMethod(12) }],
  [14, { name: "LZMA", open: rareMethod(14) }],
  [20, { name: "Zstandard, old number", open: rareMethod(20) }],
  [93, { name: "Zstandard", open: rareMethod(93) }],
  [95, { name: "XZ", open: rareMethod(95) }],
  [97, { name: "WavPack" }],
  [98, { name: "PPMd" }],
  [99, { name: "AES encryption" }]
]);
function unreadableMethod(entry) {
  const method = methods.get(entry.method);
  return method?.open ? void 0 : `${method?.name ?? "unknown"} (method ${entry.method})`;
}
function openEntry(source, entry, spend, mismatch) {
  const method = methods.get(entry.method);
  const raw = dataOf(source, entry);
  const input = method?.open ? method.open(raw, entry, spend) : raw;
  if (input.kind === "stream" || !entry.bounded) return input;
  const isChecked = entry.method !== STORED || /\.pkl$/i.test(entry.name);
  if (!isChecked || input.size > MAX_CHECKED) return input;
  const bytes = input.read(0, input.size);
  if (entry.method !== STORED && bytes.length !== entry.size)
    mismatch("size", `the header declares ${entry.size} bytes, the data decompress to ${bytes.length}`);
  const actual = crc32(bytes);
  if (actual !== entry.crc)
    mismatch("crc", `the header declares the checksum 0x${entry.crc.toString(16)}, the data have 0x${actual.toString(16)}`);
  return memorySource(bytes);
}
function dataOf(source, entry) {
  return slice(
    source,
    entry.dataOffset ?? source.size,
    entry.method === STORED ? Math.max(entry.compressedSize, entry.size) : entry.compressedSize
  );
}
function dataDespiteEncryptionFlag(source, entry) {
  const raw = dataOf(source, entry);
  if (raw.size === 0) return "unreadable";
  if (entry.method === STORED) {
    const sizesAgree = entry.compressedSize === entry.size && raw.size === entry.size && raw.size <= MAX_CHECKED;
    return sizesAgree && crc32(raw.read(0, raw.size)) === entry.crc ? "plain" : "perhaps-plain";
  }
  if (entry.method !== DEFLATED) return "unreadable";
  if (raw.size > MAX_CHECKED) return "perhaps-plain";
  const bytes = inflateSmall(raw, MAX_CHECKED);
  if (bytes === "broken") return "unreadable";
  if (bytes === "too-long") return "perhaps-plain";
  return bytes.length === entry.size && crc32(bytes) === entry.crc ? "plain" : "perhaps-plain";
}
function linkTarget(source, entry) {
  if (entry.size > MAX_TARGET || entry.compressedSize > MAX_TARGET) return void 0;
  const raw = dataOf(source, entry);
  const bytes = entry.method === STORED ? raw.read(0, raw.size) : entry.method === DEFLATED ? inflateSmall(raw, MAX_TARGET) : void 0;
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : void 0;
}
// src/formats/archive/zip/links.ts
function linksOf(source, entries) {
  if (!entries.some(({ unixMode }) => isLink(unixMode))) return void 0;
  const links = new ArchiveLinks();
  const own2 = /* @__PURE__ */ new Set();
  for (const entry of entries) {
    const target = isLink(entry.unixMode) ? linkTarget(source, entry) : void 0;
    if (target === void 0) continue;
    links.add({ name: entry.name, target, kind: "symlink" });
    own2.add(entry);
  }
  const byName2 = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (own2.has(entry)) continue;
    const known = byName2.get(entry.name);
    if (known) known.push(entry);
    else byName2.set(entry.name, [entry]);
  }
  return {
    has: (entry) => own2.has(entry),
    *aliasedEntries(tick) {
      for (const [name, aliases] of links.aliasesOf(byName2.keys(), tick))
        for (const entry of byName2.get(name) ?? []) for (const alias of aliases) yield { ...entry, name: alias };
    }
  };
}
// src/formats/archive/zip/seen.ts
var SeenData = class {
  first = /* @__PURE__ */ new Map();
  /** Data at the same offset with another method or other sizes. Rare. */
  others = /* @__PURE__ */ new Set();
  /** Adds the data of an entry. Returns false if they were added before. */
  add(entry) {
    const start = entry.dataOffset ?? -1 - entry.headerOffset;
    const known = this.first.get(start);
    if (known === void 0) {
      this.first.set(start, entry);
      return true;
    }
    const { method, compressedSize, size } = entry;
    if (known.method === method && known.compressedSize === compressedSize && known.size === size) return false;
    const reading = `${start} ${method} ${compressedSize} ${size}`;
    if (this.others.has(reading)) return false;
    this.others.add(reading);
    return true;
  }
};
// src/formats/archive/zip/format.ts
var ROW_EXTENSION = ".distcp";
var MAX_IN_ROW = 1e6;
var TORCH_BINS = /^(?:(?:\w+_)?pytorch_model(?:[.-][\w.-]+)?|adapter_model|training_args|optimizer|scheduler)\.bin$/i;
var zipFormat = {
  id: "zip",
  title: "Zip archive",
  kind: "model",
  labels,
  promises: { extensions: [".pt", ".pth", ".pt2", ".ptl", ".ckpt", ".npz", ".keras", ".skops", ".distcp"], names: TORCH_BINS },
  suggests: [".bin", ".mar"],
  extensions: [".zip", ".whl", ".jar"],
  access: "random",
  match: (probe) => startsLikeZip(probe.head) || probe.size !== void 0 && hasEndRecord(probe.tail, probe.size) ? "certain" : "no",
  scan: scanZip
};
async function scanZip(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a zip cannot be read from a stream");
  const row = scan.probe.extension === ROW_EXTENSION ? archivesInRow(source, MAX_IN_ROW) : void 0;
  if (row) return scanRow(source, row, scan);
  const reading = readZip(source);
  const flavour = flavourOf(namesOf2(reading.entries));
  if (flavour) scan.label(flavour.label);
  if (flavour?.label === "keras") observeKerasBomb(reading.entries, scan);
  const opinion = askOnce(source);
  const notes = relevantNotes(source, reading.notes, flavour?.hints?.pickle === "torch");
  await observeIrregularities(reading, notes, opinion, scan);
  accountForZip(reading, scan.account);
  const members2 = hopping(source);
  const seen = new SeenData();
  const spend = (bytes) => scan.budget.charge("bytes-inflated", bytes);
  const links = linksOf(source, reading.entries);
  for (const entry of reading.entries) {
    scan.budget.checkTime();
    observePath(source, entry, scan);
    if (isFolder(entry)) continue;
    if (!seen.add(entry)) continue;
    scan.budget.charge("members", 1);
    if (!isOrdinary2(source, entry)) {
      if (!await isReadable(source, entry, opinion, scan)) continue;
      await loadMethod(entry);
    }
    const hints = hintsOf(flavour?.hints, entry, reading.entries);
    await descend(members2, entry, links?.has(entry) ? { ...hints, link: true } : hints, spend, scan);
  }
  for (const entry of links?.aliasedEntries(() => scan.budget.checkTime()) ?? []) {
    scan.budget.charge("members", 1);
    if (!isOrdinary2(source, entry)) {
      if (unreadableMethod(entry) !== void 0 || entry.dataOffset === void 0) continue;
      await loadMethod(entry);
    }
    await descend(members2, entry, flavour?.hints, spend, scan);
  }
  const tail = startsLikeZip(source.read(0, 4)) ? reading.notes.find(({ difference }) => difference === "tail") : void 0;
  if (tail) {
    const { offset } = tail;
    await new Search(source, scan).asFile(offset, source.size - offset);
  }
  await scanGaps(
    source,
    reading,
    notes.some(({ difference }) => difference === "prefix"),
    scan
  );
}
function observeKerasBomb(entries, scan) {
  for (const { name, size, compressedSize, headerOffset } of entries) {
    if (size <= KERAS_SIZE || size <= compressedSize * KERAS_RATIO) continue;
    const detail = `${name.slice(0, 100)} grows from ${compressedSize} to ${size} bytes when it is loaded`;
    scan.observe({ kind: "structure", format: "keras", problem: "shape-bomb", detail, offset: headerOffset });
  }
}
var KERAS_SIZE = 256 * 2 ** 20;
var KERAS_RATIO = 200;
async function scanRow(source, starts2, scan) {
  for (const [index2, start] of starts2.entries()) {
    scan.budget.checkTime();
    scan.budget.charge("members", 1);
    const size = (starts2[index2 + 1] ?? source.size) - start;
    await scan.descend({ name: `+${start}`, size, storedAt: start, open: () => slice(source, start, size) });
  }
}
function* namesOf2(entries) {
  for (const entry of entries) yield entry.name;
}
function isFolder(entry) {
  return entry.name.endsWith("/") && entry.size === 0 && entry.compressedSize === 0;
}
function askOnce(source) {
  let asked;
  return async (entry) => {
    asked ??= secondOpinion(source).catch((error) => ({ names: /* @__PURE__ */ new Set(), count: 0, refusal: String(error), complete: false }));
    return describeOpinion(await asked, entry);
  };
}
async function observeIrregularities(reading, notes, opinion, scan) {
  for (const { difference, entry, detail, offset } of notes) {
    scan.observe({ kind: "zip-mismatch", difference, entry, detail: `${detail}; ${await opinion(entry)}`, offset });
  }
  for (const { why, detail, offset } of reading.problems) {
    scan.observe({ kind: "incomplete", why, detail: `${detail}; ${await opinion("")}`, offset });
  }
}
function relevantNotes(source, notes, ignoresCase) {
  const has2 = (difference) => notes.some((note) => note.difference === difference);
  const head = source.read(0, 8);
  const packed = has2("prefix") && has2("tail") && !startsLikeZip(head);
  const isTflite = fileIdentifier(head) === "TFL3";
  return notes.filter(({ difference }) => {
    if (difference === "case-variant") return ignoresCase;
    if (isTflite && difference === "prefix") return false;
    return !(packed && (difference === "prefix" || difference === "tail"));
  });
}
function observePath(source, entry, scan) {
  const { name, unixMode } = entry;
  const why = unsafePath(name) ?? (isLink(unixMode) ? linkReason(name, linkTarget(source, entry)) : isDevice(unixMode) ? "device" : void 0);
  if (why) scan.observe({ kind: "unsafe-path", why, entry: entry.name, offset: entry.headerOffset });
}
function isOrdinary2(source, { dataOffset, compressedSize, flags, method }) {
  if (dataOffset === void 0 || dataOffset + compressedSize > source.size) return false;
  return (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) === 0 && isCommonMethod(method);
}
async function isReadable(source, entry, opinion, scan) {
  const name = quote(entry.name);
  const offset = Math.min(entry.headerOffset, source.size);
  if (entry.dataOffset === void 0) {
    const why = entry.headerOffset >= source.size ? "truncated" : "malformed";
    scan.observe({ kind: "incomplete", why, detail: `${name}: there is no local header at the offset that the directory states`, offset });
    return false;
  }
  const missing = entry.dataOffset + entry.compressedSize - source.size;
  if (missing > 0)
    scan.observe({
      kind: "incomplete",
      why: "truncated",
      detail: `${name}: ${missing} bytes of its data are past the end of the file`,
      offset
    });
  if ((entry.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) !== 0 && !await isReadableDespiteFlag(source, entry, opinion, scan))
    return false;
  const method = unreadableMethod(entry);
  if (method === void 0) return true;
  scan.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${name}: compressed with ${method}`,
    remedy: "Pack the archive again with the Deflate method, or uncompressed.",
    offset
  });
  return false;
}
async function isReadableDespiteFlag(source, entry, opinion, scan) {
  const offset = entry.headerOffset;
  const data = dataDespiteEncryptionFlag(source, entry);
  if (data === "plain") {
    scan.observe({
      kind: "zip-mismatch",
      difference: "flags",
      entry: entry.name,
      detail: `flagged as encrypted, but its data are not; ${await opinion(entry.name)}`,
      offset
    });
    return true;
  }
  scan.observe({
    kind: "incomplete",
    why: "encrypted",
    detail: `${quote(entry.name)} is encrypted`,
    remedy: "Scan the files before they are encrypted.",
    offset
  });
  return data === "perhaps-plain";
}
var BOMB_SIZE = 64 * 1024 * 1024;
var BOMB_RATIO = 100;
function observeBomb(entry, hints, scan) {
  const { name, size, compressedSize, headerOffset } = entry;
  if (hints?.pickle !== "torch" || !/\.pkl$/i.test(name) || size < BOMB_SIZE || size < compressedSize * BOMB_RATIO) return;
  const detail = `${quote(name)} grows from ${compressedSize} to ${size} bytes when it is loaded`;
  scan.observe({ kind: "structure", format: "pytorch", problem: "shape-bomb", detail, offset: headerOffset });
}
var NONE_REPORTED = [];
function descend(source, entry, hints, spend, scan) {
  let reported = NONE_REPORTED;
  const mismatch = (difference, detail) => {
    if (reported.includes(difference)) return;
    reported = [...reported, difference];
    const observation = { kind: "zip-mismatch", difference, entry: entry.name, detail, offset: entry.headerOffset };
    scan.observe(observation);
  };
  observeBomb(entry, hints, scan);
  const { name, size, method, dataOffset } = entry;
  const open = () => repeatable(() => openEntry(source, entry, spend, mismatch));
  const storedAt = method === 0 ? dataOffset : void 0;
  if (storedAt === void 0) return scan.descend(hints ? { name, size, hints, open } : { name, size, open });
  return scan.descend(hints ? { name, size, storedAt, hints, open } : { name, size, storedAt, open });
}
// src/formats/code/bytecode/format.ts
var MAX_READ = 4 * 1024 * 1024;
var HEADERS = [16, 12, 8];
var bytecodeFormat = {
  id: "python-bytecode",
  title: "Python bytecode",
  kind: "code",
  extensions: [".pyc"],
  access: "random",
  match(probe) {
    const { head, member } = probe;
    const isCode = isCodeType(head[0]) && (member || isMarshalledCode(head));
    return (isPyc(head) || isCode) && isPackedCode(probe) ? "possible" : "no";
  },
  scan: scanBytecode
};
function isPyc(head) {
  return head[2] === 13 && head[3] === 10 && HEADERS.some((length) => isCodeType(head[length]));
}
function isCodeType(byte) {
  return byte === 99 || byte === 227;
}
function scanBytecode({ input, path }, scan) {
  if (input.kind === "stream") throw new ScanError("unsupported", "bytecode cannot be read from a stream");
  const bytes = input.read(0, Math.min(input.size, MAX_READ));
  const start = isPyc(bytes) ? HEADERS.find((length) => isCodeType(bytes[length]) && readMarshal(bytes.subarray(length)).complete) : 0;
  const code = bytes.subarray(start ?? HEADERS[0]);
  const { codes } = readMarshal(code);
  if (codes.length === 0 && !isPyc(bytes)) return "not-this-format";
  scan.account.read(0, bytes.length);
  const loaded = /^marshal\.loads@/.test(path[path.length - 1] ?? "");
  scan.observe({
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: isPyc(bytes) ? "compiled Python module" : `marshalled code \u201C${codes[codes.length - 1]?.name ?? "?"}\u201D`,
    runs: loaded ? "use" : "import",
    reaches: codeReaches(code),
    offset: 0
  });
}
// src/formats/code/native/format.ts
var KINDS2 = [
  // e_ident: magic, class 1 or 2, byte order 1 or 2 (System V ABI). Shared libraries, programs and CUDA\u2019s cubin.
  {
    what: "an ELF library or program",
    language: "native",
    matches: (head, magic2) => magic2 === 2135247942 && isOneOf(head[4]) && isOneOf(head[5])
  },
  // The MZ header has the offset of `PE\0\0` (PE format specification).
  {
    what: "a Windows library or program",
    language: "native",
    matches: (head, magic2) => magic2 >>> 16 === 19802 && hasPeHeader(head)
  },
  // An Actually Portable Executable is a program of several systems at once (cosmopolitan, ape/specification.md).
  // A llamafile is one, followed by a zip that contains the model.
  {
    what: "a portable executable such as llamafile",
    language: "native",
    matches: (head) => startsWith2(head, "MZqFpD='") || startsWith2(head, "jartsr='")
  },
  {
    what: "a macOS library or program",
    language: "native",
    matches: (head, magic2) => MACH_O.has(magic2) || magic2 === 3405691582 && u32(head, 4) > 0 && u32(head, 4) < 32
  },
  { what: "a WebAssembly module", language: "native", matches: (head, magic2) => magic2 === 6386541 && u32(head, 4) === 16777216 },
  // The same magic as a fat Mach-O file, but the version of a class is at least 45.
  { what: "a Java class", language: "java", matches: (head, magic2) => magic2 === 3405691582 && u32(head, 4) >= 45 && u32(head, 4) < 200 }
];
var MACH_O = /* @__PURE__ */ new Set([4277009102, 4277009103, 3472551422, 3489328638]);
var nativeFormat = {
  id: "native-code",
  title: "Native code",
  kind: "code",
  prefilter: { first: oneOf("\x7FMj\xFE\xCE\xCF\xCA\0") },
  match: (probe) => isPackedCode(probe) && kindOf(probe.head) ? "possible" : "no",
  scan(artifact, scan) {
    const kind = kindOf(scan.probe.head);
    if (kind === void 0 || inPackage(artifact)) return "not-this-format";
    scan.account.passOver("reported");
    scan.observe({ kind: "shipped-code", language: kind.language, carrier: kind.what, runs: "import", reaches: [], offset: 0 });
  }
};
function kindOf(head) {
  const magic2 = u32(head, 0);
  return magic2 === 0 ? void 0 : KINDS2.find((kind) => kind.matches(head, magic2));
}
function startsWith2(head, magic2) {
  return [...magic2].every((char, index2) => head[index2] === char.charCodeAt(0));
}
function hasPeHeader(head) {
  if (head.length < 64) return false;
  const at = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(60, true);
  return at + 4 <= head.length ? u32(head, at) === 1346699264 : at < 65536 && u32(head, 64) === 236960270;
}
function isOneOf(byte) {
  return byte === 1 || byte === 2;
}
function u32(head, at) {
  return at + 4 <= head.length ? new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(at, false) : -1;
}
// src/formats/code/python-source/format.ts
var MAX_SOURCE3 = 2 * 1024 * 1024;
var SITE_LINE = /^import[ \t].*$/gm;
var GENERATES = /(?:^|\/)custom_generate\/generate\.py$/;
var pythonSourceFormat = {
  id: "python-source",
  title: "Python source",
  kind: "code",
  extensions: [".py", ".pth"],
  access: "random",
  prefilter: { extensions: [".py", ".pyw", ".pth"] },
  match: (probe) => probe.member && (probe.extension === ".py" || probe.extension === ".pyw") || probe.name === "generate.py" || mayBeSite(probe) ? "possible" : "no",
  async scan(artifact, scan) {
    const { input, path, hints } = artifact;
    if (mayBeSite(scan.probe)) return scanSite(artifact, scan);
    const carrier = path[path.length - 1] ?? "";
    const runs = GENERATES.test(carrier) ? "import" : hints?.source;
    if (runs !== "load" && runs !== "import") return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "source cannot be read from a stream");
    if (input.size > MAX_SOURCE3)
      scan.observe({ kind: "incomplete", why: "limit", detail: `only the first ${MAX_SOURCE3} bytes of the source were read` });
    await accountForText(input, scan, Math.min(input.size, MAX_SOURCE3));
    const { sourceReaches } = await import("./lang-python-reach.js");
    const { top, inner } = sourceReaches(new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE3))));
    const fact = { kind: "shipped-code", language: "python-source", carrier, offset: 0 };
    scan.observe({ ...fact, runs, reaches: top });
    if (inner.length > 0) scan.observe({ ...fact, runs: "use", reaches: inner });
  }
};
function mayBeSite({ extension, head }) {
  return extension === ".pth" && head.length > 0 && head.every((byte) => byte >= 9 && byte !== 127);
}
async function scanSite(artifact, scan) {
  const { input, path } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", "a path configuration file cannot be read from a stream");
  const lines = new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE3))).replace(/\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g, "\n");
  const code = lines.match(SITE_LINE)?.join("\n");
  if (code === void 0) return "not-this-format";
  await accountForText(input, scan, Math.min(input.size, MAX_SOURCE3));
  const { sourceReaches } = await import("./lang-python-reach.js");
  const { top, inner } = sourceReaches(code);
  const reaches = [...top, ...inner];
  if (reaches.length === 0 && inPackage(artifact)) return void 0;
  const carrier = path[path.length - 1] ?? "";
  scan.observe({ kind: "shipped-code", language: "python-source", carrier, runs: "import", reaches, offset: 0 });
  return void 0;
}
// src/formats/config/mlflow-pickle-module/format.ts
var MAX_SIZE = 4096;
var pickleModuleFormat = {
  id: "mlflow-pickle-module",
  title: "Pickle module of an MLflow model",
  kind: "companion",
  extensions: [".txt"],
  access: "random",
  prefilter: { extensions: [".txt"] },
  match: ({ name }) => name === "pickle_module_info.txt" ? "certain" : "no",
  scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "the name of a module cannot be read from a stream");
    scan.account.read(0, MAX_SIZE);
    const module = new TextDecoder().decode(input.read(0, MAX_SIZE)).trim().slice(0, 300);
    if (module !== "") scan.observe({ kind: "config-reference", loader: "mlflow", module, name: "", where: "", use: "module", offset: 0 });
  }
};
// src/formats/shared/text-head.ts
var PROSE = new Set(
  ".py .pyi .pyx .ipynb .r .rmd .jl .js .mjs .cjs .ts .tsx .jsx .c .h .cc .cpp .hpp .cu .cuh .java .kt .scala .go .rs .rb .php .pl .lua .swift .cs .m .sh .bash .zsh .bat .ps1 .cmake .mk .sql .md .markdown .mdx .rst .adoc .tex .bib .po .pot .html .htm .xhtml .xml .xsd .xsl .svg .css .scss .less .vue .csv .tsv .log .diff .patch .lock .map .srt .vtt .proto .thrift .erb .ejs .hbs .liquid .njk .twig".split(" ")
);
function isProse(extension) {
  return PROSE.has(extension);
}
function mayBeginText(byte) {
  return byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 0;
}
function textOf2(head) {
  let end = head.length;
  while (end > 0 && head[end - 1] === 0) end--;
  const bytes = head.subarray(0, end);
  if (end === 0) return void 0;
  if (bytes.every(isPrinted)) return decodeJson(bytes);
  if (!isWide2(head)) return void 0;
  const text22 = decodeJson(head);
  let ascii = 0;
  for (let at = 0; at < text22.length; at++) {
    const code = text22.charCodeAt(at);
    if (!isPrinted(code) && code !== 0) return void 0;
    if (code < 128) ascii++;
  }
  return ascii * 4 >= text22.length * 3 ? text22 : void 0;
}
function isPrinted(code) {
  return code >= 32 || code === 9 || code === 10 || code === 13;
}
function isWide2([first2 = 1, second = 1]) {
  return first2 === 0 !== (second === 0) || first2 === 255 && second === 254 || first2 === 254 && second === 255 || first2 + second === 0;
}
// src/formats/config/model-config/format.ts
var MAX_OTHER = 256 * 1024;
var BEGINNING = /^[ \t]*\{/m;
var UNMISTAKABLE = /!!python|2002:(?:python|%)|!!\w{0,8}%|^%TAG|^\[(?:handler|formatter)_/m;
var STRUCTURE = /[:=[{!]/;
var NAMES3 = /^(?:config|adapter_config|generation_config|(?:modular_)?model_index)\.json$|^MLmodel$|^(?:model_config|hyperparams)\.yaml$/i;
var modelConfigFormat = {
  id: "model-config",
  title: "Model configuration",
  kind: "companion",
  promises: { names: NAMES3 },
  extensions: [".json", ".yaml", ".yml", ".gin"],
  access: "random",
  prefilter: { first: mayBeginText, extensions: [...EXTENSIONS5, ...TREE_EXTENSIONS, ...OTHER_EXTENSIONS] },
  match(probe) {
    const { name, extension, size } = probe;
    const isShort = size === void 0 || size <= MAX_OTHER;
    if (TREE_EXTENSIONS.includes(extension)) return isShort && textOf2(probe.head) !== void 0 ? "possible" : "no";
    if (hasConfigName(probe)) return size !== void 0 && size > MAX_TEXT && !LOADED.test(name) ? "no" : "possible";
    if (!isShort || isProse(extension)) return "no";
    const text22 = textOf2(probe.head);
    if (text22 === void 0) return "no";
    if (UNMISTAKABLE.test(text22)) return "possible";
    if (size !== void 0 && size <= probe.head.length && !STRUCTURE.test(text22)) return "no";
    return OTHER_EXTENSIONS.includes(extension) && (size !== void 0 || BEGINNING.test(text22)) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-config-model-config-reader.js")).scanConfig)
};
// src/formats/config/requirements/format.ts
var NAME4 = /^(?:(?:requirements|constraints)[\w.-]*\.txt|(?:conda|environment|python_env)\.ya?ml)$/i;
var requirementsFormat = {
  id: "requirements",
  title: "Requirements of a model",
  kind: "companion",
  extensions: [".txt", ".yaml", ".yml"],
  access: "random",
  prefilter: { extensions: [".txt", ".yaml", ".yml"] },
  match: ({ name }) => NAME4.test(name) ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-config-requirements-reader.js")).scanRequirements)
};
// src/formats/database/dbm/format.ts
var GDBM = new Set([324508365, 324508366, 324508367, 324508368].flatMap(bothOrders));
var BERKELEY = new Set([398689, 340322].flatMap(bothOrders));
var ENDS = /* @__PURE__ */ new Set([19, 0]);
var dbmFormat = {
  id: "dbm",
  title: "DBM database",
  kind: "database",
  extensions: [".dbm", ".gdbm"],
  access: "random",
  match: ({ head }) => isDbm(head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-database-records.js")).scanDbm)
};
function isDbm(head) {
  if (!ENDS.has(head[0] ?? -1) && !ENDS.has(head[3] ?? -1) && head[12] !== 0 && head[15] !== 0) return false;
  return head.length >= 64 && (GDBM.has(wordAt(head, 0)) || BERKELEY.has(wordAt(head, 0)) || BERKELEY.has(wordAt(head, 12)));
}
function wordAt(bytes, at) {
  return ((bytes[at] ?? 0) << 24 | (bytes[at + 1] ?? 0) << 16 | (bytes[at + 2] ?? 0) << 8 | (bytes[at + 3] ?? 0)) >>> 0;
}
function bothOrders(word) {
  const swapped = (word << 24 | (word & 65280) << 8 | word >>> 8 & 65280 | word >>> 24) >>> 0;
  return [word, swapped];
}
// src/formats/database/lmdb/format.ts
var lmdbFormat = {
  id: "lmdb",
  title: "LMDB database",
  kind: "database",
  extensions: [".mdb", ".lmdb"],
  access: "random",
  prefilter: { first: oneOf("\0") },
  match: ({ head }) => startsLikeLmdb(head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-database-records.js")).scanLmdb)
};
// src/formats/database/sqlite/format.ts
var sqliteFormat = {
  id: "sqlite",
  title: "SQLite database",
  kind: "database",
  extensions: [".sqlite", ".sqlite3", ".db"],
  access: "random",
  prefilter: { first: oneOf("S7") },
  match: ({ head }) => startsLikeSqlite(head) || startsLikeSqliteLog(head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-database-records.js")).scanSqlite)
};
// src/formats/keras/hdf5/format.ts
var MODELS = [".h5", ".hdf5", ".keras"];
var TABLES = [".hdf", ".he5", ".h5ad", ".loom", ".mat", ".nc"];
var EXTENSIONS6 = [...MODELS, ...TABLES];
var USER_BLOCKS = [0, 512, 1024, 2048];
var hdf5Format = {
  id: "hdf5",
  title: "HDF5",
  kind: "model",
  labels: ["keras-h5"],
  // hickle writes `.hkl`.
  promises: { extensions: [...MODELS, ".hkl"] },
  extensions: TABLES,
  access: "random",
  match(probe) {
    const { head } = probe;
    if (hasHdf5Signature(head, 0)) return head.length < 24 ? "possible" : "certain";
    if (USER_BLOCKS.some((at) => hasHdf5Signature(head, at))) return "certain";
    return EXTENSIONS6.includes(probe.extension) && (probe.size ?? 0) > head.length ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-keras-hdf5-reader.js")).scanHdf5)
};
// src/formats/shared/first-visible.ts
var lastHeadCache2;
function firstVisible(head) {
  if (lastHeadCache2?.head !== head) lastHeadCache2 = { head, first: find2(head) };
  return lastHeadCache2.first;
}
function find2(head) {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  let at = 0;
  while (at + 8 <= head.length && (view.getUint32(at) | view.getUint32(at + 4)) === 0) at += 8;
  for (; at < head.length; at++) if ((head[at] ?? 0) > 32) return head[at];
  return void 0;
}
// src/formats/shared/first-json-character.ts
function mayBeginJson(byte) {
  return byte <= 32 || byte === 123 || byte === 91 || byte >= 187;
}
function firstJsonCharacter(head) {
  const first2 = firstVisible(head);
  const byte = first2 === void 0 || !mayBeginJson(first2) ? first2 : head.find((each) => each > 32 && each < 128);
  return byte === void 0 ? "" : String.fromCharCode(byte);
}
// src/formats/keras/keras-config/format.ts
var ATTRIBUTES = ["model_config", "training_config"];
var kerasConfigFormat = {
  id: "keras-config",
  title: "Keras configuration",
  kind: "model",
  extensions: [".json"],
  access: "random",
  // A text of `Model.to_json()` that was converted to JSON again begins with a quote.
  prefilter: { first: (byte) => mayBeginJson(byte) || byte === 34, extensions: ["", ".json"] },
  match(probe) {
    if (probe.member && ATTRIBUTES.includes(probe.name)) return "possible";
    if (!/[{["]/.test(firstJsonCharacter(probe.head))) return probe.name === "config.json" && probe.member ? "possible" : "no";
    return probe.extension === ".json" || CLASS_NAME.test(new TextDecoder("latin1").decode(probe.head).replaceAll("\0", "")) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-keras-keras-config-reader.js")).scanConfig)
};
// src/formats/onnx/onnx/format.ts
var onnxFormat = {
  id: "onnx",
  title: "ONNX model",
  kind: "model",
  promises: { extensions: EXTENSIONS4 },
  access: "random",
  prefilter: prefilterOf(modelShape2, EXTENSIONS4),
  match: (probe) => headLikeness(probe.head, probe.size, modelShape2, EXTENSIONS4.includes(probe.extension)),
  scan: lazily(async () => (await import("./formats-onnx-onnx-reader.js")).scanOnnx)
};
// src/formats/onnx/ort/format.ts
var ortFormat = {
  id: "ort",
  title: "ONNX Runtime model",
  kind: "model",
  promises: { extensions: [".ort"] },
  access: "random",
  match: (probe) => fileIdentifier(probe.head) === "ORTM" ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-onnx-ort-reader.js")).scanOrt)
};
// src/lang/python/literal.ts
var MAX_DEPTH4 = 32;
var TOKEN = /[ \t\r\n]*(?:(?<text>[uU]?(?:'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"))|(?<int>-?\d{1,19})L?(?![\w.])|(?<word>True|False|None)\b|(?<sign>[{}[\]():,]))/y;
var ESCAPES = { n: "\n", r: "\r", t: "	", "\\": "\\", "'": "'", '"': '"' };
var CLOSING = { "(": ")", "[": "]" };
function parseLiteral(text22) {
  const parser = new Parser(text22);
  const value = parser.value(0);
  parser.end();
  return value;
}
var Parser = class {
  text;
  at = 0;
  constructor(text22) {
    this.text = text22;
  }
  value(depth) {
    if (depth > MAX_DEPTH4) throw new ScanError("limit", `a literal is nested deeper than ${MAX_DEPTH4} levels`);
    const { text: text22, int, word, sign } = this.token();
    if (text22 !== void 0) return { kind: "text", text: this.unquoted(text22) };
    if (int !== void 0) return { kind: "int", value: Number(int) };
    if (word !== void 0) return word === "None" ? { kind: "none" } : { kind: "bool", value: word === "True" };
    if (sign === "{") return this.dict(depth);
    if (sign === "(" || sign === "[") return this.sequence(sign, depth);
    throw this.unexpected();
  }
  end() {
    if (this.text.slice(this.at).trim() !== "") throw this.unexpected();
  }
  dict(depth) {
    const entries = [];
    while (!this.skips("}")) {
      if (entries.length > 0) this.expect(",");
      if (entries.length > 0 && this.skips("}")) break;
      const key = this.value(depth + 1);
      this.expect(":");
      entries.push([key, this.value(depth + 1)]);
    }
    return { kind: "dict", entries };
  }
  /** Reads a tuple or list; `(x)` is x, `(x,)` a tuple. */
  sequence(bracket, depth) {
    const items2 = [];
    const closing = CLOSING[bracket];
    let commas = 0;
    while (!this.skips(closing)) {
      if (items2.length > 0) {
        this.expect(",");
        commas++;
        if (this.skips(closing)) break;
      }
      items2.push(this.value(depth + 1));
    }
    const [only] = items2;
    if (bracket === "(" && only && items2.length === 1 && commas === 0) return only;
    return { kind: bracket === "(" ? "tuple" : "list", items: items2 };
  }
  token() {
    TOKEN.lastIndex = this.at;
    const match3 = TOKEN.exec(this.text);
    if (!match3?.groups) throw this.unexpected();
    this.at = TOKEN.lastIndex;
    return match3.groups;
  }
  /** Moves past the sign if it is the next token. */
  skips(sign) {
    const before = this.at;
    if (this.token().sign === sign) return true;
    this.at = before;
    return false;
  }
  expect(sign) {
    if (!this.skips(sign)) throw this.unexpected();
  }
  unquoted(quoted) {
    const plain2 = quoted.slice(quoted[0] === "u" || quoted[0] === "U" ? 2 : 1, -1);
    return plain2.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.))/gs, (_all, hex2, wide, char) => {
      if (hex2 !== void 0 || wide !== void 0) return String.fromCharCode(Number.parseInt(hex2 ?? wide ?? "", 16));
      const escaped = ESCAPES[char ?? ""];
      if (escaped === void 0) throw this.unexpected();
      return escaped;
    });
  }
  unexpected() {
    return new ScanError("malformed", `the header of the array is not a literal that NumPy writes (at character ${this.at})`);
  }
};
// src/wire/npy-header.ts
var NPY = recordLayout({ magic: 6, majorVersion: 1, minorVersion: 1 });
var NPY_MAGIC = [147, 78, 85, 77, 80, 89];
var MAX_DEPTH23 = 16;
var NUMBER_SIZES = /* @__PURE__ */ new Set([1, 2, 4, 8, 10, 12, 16, 20, 24, 32]);
var PLATFORMS = [
  { l: 8, p: 8, g: 16 },
  { l: 4, p: 8, g: 8 },
  { l: 8, p: 8, g: 8 },
  { l: 4, p: 4, g: 12 },
  { l: 4, p: 4, g: 8 }
];
var PLATFORM_TYPES = new Map(
  Object.entries({
    l: "l L long ulong int uint int_ uint_",
    p: "p P n N intp uintp int0 uint0",
    g: "g longdouble longfloat",
    G: "G clongdouble clongfloat longcomplex"
  }).flatMap(([type, names3]) => names3.split(" ").map((name) => [name, type]))
);
var TIME = /^[<>=|]?(?:[Mm]|datetime64|timedelta64)(?:\[[\w/]{1,24}\])?$/;
var UNKNOWN2 = { bytes: PLATFORMS.map(() => Number.NaN), object: false, texts: true };
var PADDING3 = /^\|?V(?:\d|1[0-6])$/;
var TYPE = /^[<>=|]?([?biufcmMOSaUV])(\d{0,9})(?:\[[\w/]{1,24}\])?$/;
var ALIASES = new Map(
  Object.entries({
    "?": "bool bool_ bool8",
    i1: "b byte int8",
    u1: "B ubyte uint8",
    i2: "h short int16",
    u2: "H ushort uint16",
    i4: "i intc int32",
    u4: "I uintc uint32",
    i8: "q longlong int64",
    u8: "Q ulonglong uint64",
    f2: "e half float16",
    f4: "f single float32",
    f8: "d double float64 float float_",
    c8: "F csingle complex64 singlecomplex",
    c16: "D cdouble complex128 complex complex_ cfloat",
    f12: "float96",
    f16: "float128",
    c24: "complex192",
    c32: "complex256",
    U0: "str str_ unicode unicode_",
    S0: "bytes bytes_ string_",
    V0: "void",
    O: "object object_",
    S1: "c"
  }).flatMap(([type, names3]) => names3.split(" ").map((name) => [name, type]))
);
var PART = /^ ?[<>=|]?(?: ?(\d+) ?| ?\(([ ,\d]*)\) ?)?([<>=|]? ?[A-Za-z?][\w.]*(?:\[[\w/]*\])?) ?$/;
function elementOf(type) {
  const alias = TIME.test(type) ? "m8" : ALIASES.get(type.replace(/^[<>=|]/, ""));
  const [, kind, digits] = TYPE.exec(alias ?? type) ?? [];
  if (kind === void 0) return void 0;
  const count = Number(digits);
  switch (kind) {
    case "O":
      return { bytes: 8, object: true };
    case "?":
      return digits === "" ? { bytes: 1, object: false } : void 0;
    case "S":
    case "a":
    case "V":
      return { bytes: count, object: false };
    case "U":
      return { bytes: count * 4, object: false };
    default:
      return NUMBER_SIZES.has(count) ? { bytes: count, object: false } : void 0;
  }
}
function isText23(type) {
  return /^[<>=|]?(?:[SaUV]\d*|str_?|unicode_?|bytes_?|string_|void|c)$/.test(type);
}
function sizesOf(type) {
  const element = elementOf(type);
  if (element) return { bytes: PLATFORMS.map(() => element.bytes), object: element.object, texts: isText23(type) };
  const native = PLATFORM_TYPES.get(type.replace(/^[<>=|]/, ""));
  return native && { bytes: PLATFORMS.map((platform) => native === "G" ? 2 * platform.g : platform[native]), object: false, texts: false };
}
function countOf(shape) {
  if (shape.some((length) => !Number.isSafeInteger(length) || length < 0)) return void 0;
  if (shape.includes(0)) return 0;
  const count = shape.reduce((product, length) => product * length, 1);
  return Number.isSafeInteger(count) ? count : void 0;
}
function parseNpyHeader(text22) {
  const header = parseLiteral(text22);
  if (header.kind !== "dict") throw new ScanError("malformed", "the header of the array is not a dictionary");
  const fields = new Map(header.entries.map(([key, value]) => [key.kind === "text" ? key.text : "", value]));
  const descr = fields.get("descr");
  const shape = fields.get("shape");
  if (fields.size !== 3 || !descr || !shape || fields.get("fortran_order")?.kind !== "bool" || shape.kind !== "tuple") {
    throw new ScanError("malformed", "the header of the array does not have the keys descr, fortran_order and shape");
  }
  const element = describe2(descr, 0);
  if (element.object) return { data: "object", elsewhere: [], texts: true };
  if (element.bytes.some(Number.isNaN)) return { data: "unknown", elsewhere: [], texts: true };
  const count = countOf(shape.items.map(lengthOf)) ?? Number.NaN;
  const [data = Number.NaN, ...others] = element.bytes.map((bytes) => count * bytes);
  if (!Number.isSafeInteger(data)) throw new ScanError("malformed", "the array is declared larger than any file");
  return { data, elsewhere: [...new Set(others)].filter((other2) => other2 !== data), texts: element.texts };
}
function describe2(descr, depth) {
  if (depth > MAX_DEPTH23) throw new ScanError("limit", `the type of the array is nested deeper than ${MAX_DEPTH23} levels`);
  if (descr.kind === "text") return sizesOf(descr.text) ?? fieldsOf(descr.text) ?? UNKNOWN2;
  const [base, shape] = descr.kind === "tuple" ? descr.items : [];
  if (base && shape) return repeated(describe2(base, depth + 1), shape);
  if (descr.kind !== "list") throw new ScanError("malformed", "the type of the array is neither a text nor a list of fields");
  let bytes = PLATFORMS.map(() => 0);
  let object = false;
  let texts2 = false;
  for (const field3 of descr.items) {
    const [, type, times] = field3.kind === "tuple" ? field3.items : [];
    if (!type) throw new ScanError("malformed", "a field of the array has no type");
    const one = describe2(type, depth + 1);
    const element = times ? repeated(one, times) : one;
    bytes = bytes.map((sum, at) => sum + (element.bytes[at] ?? 0));
    object ||= element.object;
    texts2 ||= element.texts && !(type.kind === "text" && PADDING3.test(type.text));
  }
  return { bytes, object, texts: texts2 };
}
function fieldsOf(text22) {
  let bytes = PLATFORMS.map(() => 0);
  let object = false;
  let texts2 = false;
  for (const part of parts(text22.replace(/ +/g, " "))) {
    const [, times, shape, type] = PART.exec(part) ?? [];
    const element = type === void 0 ? void 0 : sizesOf(type.replace(" ", ""));
    const lengths = (shape ?? times ?? "").split(",").filter((length) => length.trim() !== "");
    const count = countOf(lengths.map(Number));
    if (element === void 0 || count === void 0 || element.bytes[0] === 0 && lengths.length > 0) return void 0;
    bytes = bytes.map((sum, at) => sum + (element.bytes[at] ?? 0) * count);
    object ||= element.object;
    texts2 ||= element.texts;
  }
  return { bytes, object, texts: texts2 };
}
function parts(text22) {
  const found2 = [];
  let start = 0;
  let inner = false;
  for (let at = 0; at < text22.length; at++) {
    if (text22[at] === "(") inner = true;
    else if (text22[at] === ")") inner = false;
    else if (text22[at] === "," && !inner) {
      found2.push(text22.slice(start, at));
      start = at + 1;
    }
  }
  const last = text22.slice(start);
  return last.trim() === "" && found2.length > 0 ? found2 : [...found2, last];
}
function repeated(element, shape) {
  const count = countOf(shape.kind === "tuple" ? shape.items.map(lengthOf) : [lengthOf(shape)]);
  if (count === void 0) throw new ScanError("malformed", "a field of the array has an impossible shape");
  if (element.bytes[0] === 0 && !element.object) return UNKNOWN2;
  return { bytes: element.bytes.map((bytes) => bytes * count), object: element.object, texts: element.texts };
}
function lengthOf(length) {
  return length.kind === "int" ? length.value : -1;
}
// src/bytes/text.ts
function isText3(bytes) {
  if (!bytes.every((byte) => byte >= 32 && byte !== 127 || byte >= 9 && byte <= 13)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
// src/pickle/vm/frame-rest.ts
function withoutFrameRest(source, { frameStart, frameEnd, opcode }) {
  const at = straddlingRead(source, opcode, frameEnd);
  if (at === void 0) return void 0;
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(opcode - frameStart), true);
  return concat([
    slice(source, 0, frameStart - 8),
    memorySource(length),
    slice(source, frameStart, at - frameStart),
    slice(source, frameEnd)
  ]);
}
var READ_INTO = /* @__PURE__ */ new Set(["bytes1", "bytes4", "bytes8", "bytearray8"]);
function straddlingRead(source, opcode, frameEnd) {
  const code = source.read(opcode, 1)[0] ?? 0;
  const kind = argumentKind(code);
  const from = opcode + 1;
  if (kind === void 0 || kind === "none") return void 0;
  const fixed2 = fixedSize(kind);
  if (fixed2 !== void 0) return from + fixed2 > frameEnd ? from : void 0;
  const counted2 = countSize(kind);
  if (counted2 !== void 0) {
    if (from + counted2 > frameEnd) return from;
    return READ_INTO.has(kind) ? void 0 : from + counted2;
  }
  const rest = source.read(from, Math.max(0, Math.min(frameEnd - from, 65536)));
  const newline = rest.indexOf(10);
  return newline < 0 ? from : from + newline + 1;
}
// src/formats/shared/stream-prefix.ts
var MAX_PREFIX = 1 << 20;
function continued(prefix, stream) {
  let first2 = true;
  return {
    kind: "stream",
    close: () => stream.close(),
    next() {
      if (!first2) return stream.next();
      first2 = false;
      return prefix.read(0, prefix.size);
    }
  };
}
function rememberPrefix(stream) {
  const parts22 = [];
  let room = MAX_PREFIX;
  const remember = (chunk) => {
    if (chunk !== void 0 && room > 0) {
      const part = chunk.slice(0, room);
      parts22.push(memorySource(part));
      room -= part.length;
    }
    return chunk;
  };
  return {
    kind: "stream",
    close: () => stream.close(),
    prefix: () => concat(parts22),
    next() {
      const next = stream.next();
      return next instanceof Promise ? next.then(remember) : remember(next);
    }
  };
}
// src/formats/torch/torch-legacy/reader.ts
var MAGIC2 = [108, 252, 156, 70, 249, 32, 106, 168, 80, 25];
var LEGACY_STREAMS = 5;
function isLegacyMagic(value, source) {
  if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) < MAGIC2.length) return false;
  const bytes = source.read(lazyOffset(value), lazyLength(value));
  return MAGIC2.every((byte, index2) => bytes[index2] === byte);
}
var ELEMENT_SIZE = new Map(
  Object.entries({
    DoubleStorage: 8,
    FloatStorage: 4,
    HalfStorage: 2,
    BFloat16Storage: 2,
    LongStorage: 8,
    IntStorage: 4,
    ShortStorage: 2,
    CharStorage: 1,
    ByteStorage: 1,
    BoolStorage: 1,
    ComplexDoubleStorage: 16,
    ComplexFloatStorage: 8,
    QInt8Storage: 1,
    QUInt8Storage: 1,
    QInt32Storage: 4,
    QUInt4x2Storage: 1,
    QUInt2x4Storage: 1,
    UntypedStorage: 1
  })
);
var LegacyStorages = class {
  /** Items that the last pickle appends to its list; set while it is read. */
  keys;
  sizes = /* @__PURE__ */ new Map();
  /**
   * Records a persistent id `('storage', torch.FloatStorage, key, location, numel, view)`. A persistent id
   * `('module', class, path, source)` names a class and has no storage.
   */
  note(id, source) {
    if (!(id instanceof Sequence)) return;
    const [kind, type, key] = id.items;
    const read2 = source.read.bind(source);
    const name = textOf(key ?? NONE2, read2);
    if (textOf(kind ?? NONE2, read2) === "module") return;
    if (name !== void 0 && type instanceof GlobalRef) this.sizes.set(name, ELEMENT_SIZE.get(type.name) ?? 0);
  }
  /**
   * Returns the end of the storages. torch.save writes them in the order of their sorted keys, which the last pickle
   * (`listed`) contains: an int64 count of elements, then the elements. Needs one small read for each.
   * @throws {ScanError} `truncated` if a storage runs past the end of the file; `malformed` if a count is negative or
   * the last pickle lists other keys or another order; `unsupported` if the element size of a storage class is unknown.
   */
  end(source, start, listed3) {
    const keys = [...this.sizes.keys()].sort();
    if (!this.isListed(keys, listed3, source)) {
      throw new ScanError("malformed", "the list of storages differs from the storages of the tensors: their end is unknown", start);
    }
    let at = start;
    for (const key of keys) {
      const header = source.read(at, 8);
      if (header.length < 8) throw new ScanError("truncated", "the header of a storage is cut off", at);
      const elements = Number(new DataView(header.buffer, header.byteOffset, 8).getBigInt64(0, true));
      if (elements < 0) throw new ScanError("malformed", "a storage has a negative size", at);
      const size = this.sizes.get(key) ?? 0;
      if (size === 0) throw new ScanError("unsupported", "the element size of a storage class is unknown", at);
      at += 8 + elements * size;
    }
    if (at > source.size) throw new ScanError("truncated", "a storage runs past the end of the file", source.size);
    return at;
  }
  isListed(keys, listed3, source) {
    const read2 = source.read.bind(source);
    const items2 = listed3 instanceof Sequence && !listed3.more ? listed3.items : this.keys ?? [];
    return items2.length === keys.length && items2.every((item, at) => textOf(item, read2) === keys[at]);
  }
};
// src/formats/torch/storages.ts
function storageOverrun(id, record, read2) {
  if (!(id instanceof Sequence)) return void 0;
  const [kind = NONE2, type, key = NONE2, , elements] = id.items;
  if (!(type instanceof GlobalRef) || elements === void 0 || !isText2(kind, "storage", read2)) return void 0;
  const name = textOf(key, read2);
  const size = name === void 0 ? void 0 : record(name);
  const width = ELEMENT_SIZE.get(type.name);
  if (name === void 0 || size === void 0 || width === void 0 || !isInteger(elements)) return void 0;
  const wanted = integerOf(elements) * width;
  return wanted > size ? `storage ${name} has ${size} bytes, but its tensor needs ${wanted}` : void 0;
}
// src/formats/pickle/joblib/arrays.ts
var KINDS22 = [
  // joblib 0.10 and later: the array follows in the same file.
  [/(?:^|\.)joblib\.numpy_pickle\.NumpyArrayWrapper$/, "array"],
  // joblib 0.9 and earlier: the array is in a file beside the pickle.
  [/(?:^|\.)joblib\.numpy_pickle(?:_compat)?\.Z?NDArrayWrapper$/, "file"],
  [/^numpy\.dtype$/, "dtype"],
  // StringDType of NumPy 2, for texts of any length: its arrays are pickled.
  [/^numpy\._?core\._internal\._convert_to_stringdtype_kwargs$/, "strings"],
  // joblib's class through a module that imports it, or another class of the same name.
  [/(?:^|\.)(?:NumpyArrayWrapper|Z?NDArrayWrapper)$/, "perhaps"]
];
var FLEXIBLE = /^[<>=|]?[SUVa]/;
var MAX_TEXTS = 256;
var MAX_NUMBER = 32;
var ITEM_REFCOUNT = 1;
var JoblibArrays = class {
  /** Array data that follow where the machine pauses, in this order. */
  bodies = [];
  /** True once a wrapper was built: the file was written by joblib. */
  seen = false;
  /** True once a wrapper class was named: an instance of an unknown class may be a wrapper. */
  named = false;
  /** The package that contains joblib, as the first wrapper names it. */
  parentPackage;
  read;
  listener;
  attributes = /* @__PURE__ */ new WeakMap();
  dtypes = /* @__PURE__ */ new WeakMap();
  kinds = /* @__PURE__ */ new WeakMap();
  texts = /* @__PURE__ */ new Map();
  /** `read` reads literals of the pickle again; `listener` receives observations about files beside the pickle. */
  constructor(read2, listener) {
    this.read = read2;
    this.listener = listener;
  }
  /** Called after BUILD. Returns true if the loader now reads an array from the file. */
  afterBuild(instance, state, offset) {
    const kind = this.kindOf(instance, state);
    if (kind === "perhaps") {
      this.seen = true;
      this.bodies.push({ kind: "unknown", why: "the class of an object is computed and may be an array wrapper", isOpcodes: true });
      return true;
    }
    if (!(instance instanceof Result)) return false;
    if (kind === "dtype") this.dtypes.set(instance, state);
    if (kind !== "array" && kind !== "file") return false;
    this.seen = true;
    if (!this.isOfSameJoblib(instance)) {
      this.bodies.push({
        kind: "unknown",
        why: "its wrappers belong to two copies of joblib, and only one loads the file",
        isOpcodes: true
      });
      return true;
    }
    const attributes = this.attributes.get(instance) ?? /* @__PURE__ */ new Map();
    this.attributes.set(instance, attributes);
    const complete2 = isFresh(instance) && this.addAttributes(attributes, state);
    if (kind === "file") {
      this.observeSiblingFile(attributes, offset);
      return false;
    }
    this.bodies.push(complete2 ? this.bodyOf(attributes) : { kind: "unknown", why: "the attributes of its wrapper are unknown" });
    return true;
  }
  /** Adds the attributes that BUILD sets: a dict, or a pair of a dict and one for slots. False if they are unknown. */
  addAttributes(attributes, state) {
    if (state === NONE2) return true;
    if (state instanceof Sequence && state.kind === "tuple" && state.items.length === 2) {
      return state.items.every((part) => this.addAttributes(attributes, part));
    }
    if (!(state instanceof Dict) || state.more) return false;
    for (let at = 0; at < state.entries.length; at += 2) {
      const key = this.cachedText(state.entries[at] ?? NONE2);
      if (key === void 0) return false;
      attributes.set(key, state.entries[at + 1] ?? NONE2);
    }
    return true;
  }
  observeSiblingFile(attributes, offset) {
    const path = this.cachedText(attributes.get("filename") ?? NONE2);
    if (path === void 0) {
      this.listener.observe({
        kind: "incomplete",
        why: "unsupported",
        detail: "the name of the file with the data of a joblib array is not a literal",
        offset
      });
    } else this.listener.observe({ kind: "external-file", format: "joblib", path, role: "array file", offset });
  }
  bodyOf(attributes) {
    const element = this.elementOf(attributes.get("dtype") ?? NONE2);
    if (element === void 0) return { kind: "unknown", why: "its dtype is unknown" };
    if (element.object) return { kind: "pickle" };
    const shape = attributes.get("shape");
    const lengths = shape instanceof Sequence && !shape.more ? shape.items.map((length) => this.integerIn(length) ?? -1) : [-1];
    const bytes = (countOf(lengths) ?? Number.NaN) * element.bytes;
    if (!Number.isSafeInteger(bytes)) return { kind: "unknown", why: "its shape is unknown or too large" };
    return { kind: "raw", bytes, padded: (attributes.get("numpy_array_alignment_bytes") ?? NONE2) !== NONE2, texts: element.texts };
  }
  /**
   * Reads `numpy.dtype('f8', False, True)` and the state that its BUILD sets: (version, order, subarray, names, fields,
   * size, alignment, flags, \u2026).
   */
  elementOf(dtype) {
    if (!(dtype instanceof Result)) return void 0;
    const kind = this.kindOf(dtype);
    if (kind === "strings") return { bytes: 0, object: true, texts: true };
    if (kind !== "dtype") return void 0;
    const [spelling = NONE2] = dtype.args;
    const isRecord2 = spelling instanceof GlobalRef && spelling.name === "record";
    const type = isRecord2 ? "V" : this.cachedText(spelling);
    const found2 = type === void 0 ? void 0 : elementOf(type);
    const element = found2 && { ...found2, texts: FLEXIBLE.test(type ?? "") };
    const state = this.dtypes.get(dtype);
    if (type === void 0 || element === void 0 || state === void 0) return isRecord2 ? void 0 : element;
    if (!(state instanceof Sequence) || state.items.length < 8) return void 0;
    const size = this.integerIn(state.items[5] ?? NONE2);
    const flags = this.integerIn(state.items[7] ?? NONE2);
    if (size === void 0 || flags === void 0) return void 0;
    const object = (flags & ITEM_REFCOUNT) !== 0;
    if (FLEXIBLE.test(type)) return size < 0 ? void 0 : { bytes: size, object, texts: !this.isOfNumbers(state.items[4], size) };
    return object === element.object ? element : void 0;
  }
  /** True if the fields of a structure, `{name: (dtype, offset)}`, are numbers that fill it except for alignment. */
  isOfNumbers(fields, size) {
    if (!(fields instanceof Dict) || fields.more) return false;
    let bytes = 0;
    for (let at = 1; at < fields.entries.length; at += 2) {
      const field3 = fields.entries[at];
      const element = field3 instanceof Sequence ? this.elementOf(field3.items[0] ?? NONE2) : void 0;
      if (element === void 0 || element.texts || element.object) return false;
      bytes += element.bytes;
    }
    return bytes > 0 && size - bytes <= fields.entries.length / 2 * MAX_NUMBER;
  }
  /** Returns the kind of an instance's class, after BUILD. Cached by class: pickles have millions of instances. */
  kindOf(instance, state = NONE2) {
    if (!this.named) return instance instanceof Result && instance.callee instanceof GlobalRef ? this.kindOfClass(instance.callee) : "other";
    const cls = classOf(instance, this.isWrapped);
    if (cls === "unknown" || state instanceof Sequence && mentions(state.items, this.isWrapped)) return "perhaps";
    return cls === void 0 ? "other" : this.kindOfClass(cls);
  }
  /** Packages contained copies of joblib, and each copy reads only the arrays of its own wrappers. */
  isOfSameJoblib({ callee }) {
    if (!(callee instanceof GlobalRef)) return false;
    const parent = /^(.*\.)?joblib\.numpy_pickle/.exec(`${callee.module}.${callee.name}`)?.[1] ?? "";
    this.parentPackage ??= parent;
    return this.parentPackage === parent;
  }
  kindOfClass(cls) {
    const known = this.kinds.get(cls);
    if (known !== void 0) return known;
    const name = `${cls.module}.${cls.name}`;
    const kind = KINDS22.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
    this.kinds.set(cls, kind);
    return kind;
  }
  isWrapped = (cls) => {
    const kind = this.kindOfClass(cls);
    return kind === "array" || kind === "file" || kind === "perhaps";
  };
  cachedText(value) {
    if (typeof value !== "number") return textOf(value, this.read);
    const known = this.texts.get(value);
    if (known !== void 0) return known;
    const text22 = textOf(value, this.read);
    if (this.texts.size < MAX_TEXTS) this.texts.set(value, text22);
    return text22;
  }
  /** Returns an int, also one that the pickle writes as LONG1. */
  integerIn(value) {
    if (isInteger(value)) return integerOf(value);
    if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) > 8) return void 0;
    const bytes = this.read(lazyOffset(value), lazyLength(value));
    const sign = (bytes[bytes.length - 1] ?? 0) > 127 ? 256 ** bytes.length : 0;
    return bytes.length < lazyLength(value) ? void 0 : bytes.reduce((sum, byte, index2) => sum + byte * 256 ** index2, 0) - sign;
  }
};
function isWrapper(name) {
  return KINDS22.some(([pattern, kind]) => (kind === "array" || kind === "file" || kind === "perhaps") && pattern.test(name));
}
function isFresh({ args, via }) {
  return via === "newobj" && args.length === 0;
}
// src/formats/pickle/joblib/run.ts
var MAX_RANGES = 2e5;
var MAX_HELD = 64 << 20;
async function runAsJoblib(window, source, listener, stream, budget) {
  const read2 = source?.read.bind(source);
  let arrays;
  let named = false;
  const watched2 = {
    observe(observation) {
      if (observation.kind === "global" && isWrapper(`${observation.module}.${observation.name}`)) {
        machine.containers.detailed = true;
        named = true;
      }
      return listener.observe(observation);
    },
    harmless: (name) => listener.harmless(name),
    nested: (bytes, loader, offset) => listener.nested(bytes, loader, offset),
    code: (code, offset) => listener.code(code, offset),
    source: (text22, offset) => listener.source(text22, offset),
    constant: (bytes, text22, offset) => listener.constant(bytes, text22, offset)
  };
  const machine = new Machine(window, read2, watched2, stream, {
    afterBuild(instance, state, offset) {
      arrays ??= new JoblibArrays((at, length) => machine.read(at, length), listener);
      arrays.named = named;
      return arrays.afterBuild(instance, state, offset);
    }
  });
  const raw = [];
  let held = 0;
  let first2 = true;
  let fork;
  const readBody = async (body) => {
    const start = window.offset;
    if (body.kind === "unknown") {
      if (body.isOpcodes) fork ??= start;
      return machine.state.broken("unsupported", `the size of a joblib array is unknown: ${body.why}`, start);
    }
    if (body.kind === "pickle") {
      const inner = new Machine(window, read2, listener, stream);
      await runMachine(inner, window, budget);
      if (inner.ending?.kind === "broken")
        machine.state.broken(inner.ending.why, `in an array of objects: ${inner.ending.detail}`, inner.ending.offset);
      return;
    }
    while (window.pos >= window.end && (!window.eof || window.toSkip > 0)) {
      const refill = window.fill();
      if (refill) await refill;
    }
    const next = window.pos < window.end ? window.buffer[window.pos] : void 0;
    if (first2 && next !== void 0 && opcodeName(next) !== void 0) fork = window.offset;
    window.skip(body.padded ? 1 + (next ?? 0) : 0);
    const range = { offset: window.offset, length: body.bytes, texts: body.texts };
    const keep = body.texts && !source && held + body.bytes <= MAX_HELD;
    if (keep) held += body.bytes;
    if (raw.length < MAX_RANGES) raw.push(keep ? { ...range, held: await takeFrom(window, body.bytes) } : range);
    if (!keep) window.skip(body.bytes);
  };
  await runMachine(machine, window, budget, async () => {
    for (const body of arrays?.bodies.splice(0) ?? []) {
      if (machine.ending === void 0) await readBody(body);
      first2 = false;
    }
  });
  return { machine, arrays: arrays?.seen === true, fork, raw };
}
async function takeFrom(window, length) {
  const parts22 = [];
  for (let left = length; left > 0; ) {
    if (window.pos === window.end || window.toSkip > 0) {
      if (window.eof) break;
      const refill = window.fill();
      if (refill) await refill;
      continue;
    }
    const part = window.buffer.slice(window.pos, Math.min(window.end, window.pos + left));
    parts22.push(part);
    window.pos += part.length;
    left -= part.length;
  }
  return Buffer.concat(parts22);
}
async function runAsPickle(source, start, fork, listener, stream, budget) {
  const window = new Window(source, start);
  const late = {
    observe: (observation) => (observation.offset ?? fork) >= fork && listener.observe(observation),
    harmless: (name) => listener.harmless(name),
    nested(bytes, loader, offset) {
      if (offset >= fork) listener.nested(bytes, loader, offset);
    },
    code(code, offset) {
      if (offset >= fork) listener.code(code, offset);
    },
    source(text22, offset) {
      if (offset >= fork) listener.source(text22, offset);
    },
    constant(bytes, text22, offset) {
      if (offset >= fork) listener.constant(bytes, text22, offset);
    }
  };
  const machine = new Machine(window, source.read.bind(source), late, stream);
  await runMachine(machine, window, budget);
  window.release();
  return machine;
}
// src/formats/pickle/pickle/code-facts.ts
var HOOKS = /* @__PURE__ */ new Set([
  "__new__",
  "__init__",
  "__setstate__",
  "__reduce__",
  "__reduce_ex__",
  "__setattr__",
  "__getattr__",
  "__getattribute__",
  "__setitem__",
  "__del__",
  "__init_subclass__",
  "__set_name__",
  "__hash__",
  "__eq__",
  "append",
  "extend",
  "_rebuild"
]);
function pickledCodeFact(code, offset) {
  const { name, filename, names: names3, strings, bytecode, recent } = code;
  const object = { name, filename, names: names3, strings, code: bytecode, layout: recent ? "3.11" : "3.0" };
  return {
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: `function \u201C${name === "" ? "?" : name}\u201D in the pickle`,
    runs: HOOKS.has(name) ? "load" : "use",
    reaches: [...new Set(reachesOf(object))].sort(),
    offset
  };
}
function pickledSourceFact({ text: text22, name }, offset) {
  const unread = { imports: [], names: [], bare: [], attributes: [], classes: [], unclear: ["it is not stored in the file as one text"] };
  return {
    kind: "shipped-code",
    language: "python-source",
    carrier: `class \u201C${name}\u201D in the pickle`,
    runs: "load",
    reaches: [],
    uses: text22 === void 0 ? unread : sourceUses(text22),
    offset
  };
}
// src/formats/pickle/pickle/facts.ts
var MAX_HELD2 = 1e4;
var MAX_NESTED = 1e4;
var MAX_NESTED_BYTES = 64 * 2 ** 20;
var MAX_GUESSES = 64;
var PickleFacts = class {
  scan;
  nested = [];
  nestedBytes = 0;
  dropped = 0;
  guesses = [];
  constructor(scan) {
    this.scan = scan;
  }
  /** Makes the listener for one stream. `source` holds the stream's literals, if they can be read again. */
  listener(tentative, source) {
    const { scan, guesses } = this;
    return {
      harmless: (name) => scan.harmless(name),
      held: tentative ? [] : void 0,
      effects: 0,
      reached: false,
      unimportable: false,
      hugeMemoIndex: false,
      observe(observation) {
        if (!this.held) return scan.observe(observation);
        if (observation.kind === "global" && !isImportable(observation.module, observation.name)) this.unimportable = true;
        if (observation.kind === "pickle-oddity" && observation.oddity === "huge-memo-index") this.hugeMemoIndex = true;
        if (observation.kind === "call" || observation.kind === "mutated-global") {
          this.effects++;
          if (!this.unimportable) this.reached = true;
        }
        this.held.push(observation);
        if (this.held.length >= MAX_HELD2 && (this.reached || !this.unimportable)) release(this, scan);
        else if (this.held.length > MAX_HELD2) this.held.pop();
        return false;
      },
      nested: (payload, loader, offset) => this.collect(payload, `${loader}@${offset}`, source),
      code(code, offset) {
        this.observe(pickledCodeFact(code, offset));
      },
      source(source2, offset) {
        this.observe(pickledSourceFact(source2, offset));
      },
      constant(bytes, text22, offset) {
        const payload = guesses.length < MAX_GUESSES ? payloadIn(bytes, text22) : void 0;
        if (payload) guesses.push({ bytes: payload, name: `constant@${offset}` });
      }
    };
  }
  collect(payload, name, source) {
    const bytes = payload instanceof Uint8Array ? payload : source && slice(source, payload.offset, payload.length);
    const size = payload instanceof Uint8Array ? payload.length : 0;
    if (bytes === void 0 || this.nested.length >= MAX_NESTED || this.nestedBytes + size > MAX_NESTED_BYTES) this.dropped++;
    else {
      this.nestedBytes += size;
      this.nested.push({ bytes, name });
    }
  }
  /** Decides at the end of a stream whether it was a pickle. If not, returns false and drops its observations. */
  settle(listener, ending, opcodes2) {
    if (!listener.held) return true;
    const whole = ending.kind === "stop" && opcodes2 >= 2;
    if (!listener.reached && !(whole && (listener.effects > 0 || !(listener.unimportable || listener.hugeMemoIndex)))) return false;
    release(listener, this.scan);
    return true;
  }
  /** Reports the effects of a stream whose reading failed: a loader has executed them before it fails. */
  abandon(listener) {
    if (listener.reached) release(listener, this.scan);
  }
  /** Scans payloads as members: first those that the pickle passes to a loader, then constants that look like some. */
  async scanPayloads() {
    if (this.dropped > 0) {
      this.scan.observe({
        kind: "incomplete",
        why: "limit",
        detail: `${this.dropped} more payloads that are passed to a loader were not scanned`
      });
    }
    if (this.nested.length === 0 && this.guesses.length === 0) return;
    const known = /* @__PURE__ */ new Set();
    for (const { bytes, name } of this.nested.splice(0)) {
      const input = bytes instanceof Uint8Array ? memorySource(bytes) : bytes;
      if (this.guesses.length > 0 && input.size <= MAX_PAYLOAD) known.add(identity2(input.read(0, input.size)));
      await this.scan.descend({ name, size: input.size, open: () => input });
    }
    for (const { bytes, name } of this.guesses.splice(0)) {
      if (known.has(identity2(bytes))) continue;
      known.add(identity2(bytes));
      await this.scan.descend({ name, size: bytes.length, hints: { guess: "constant" }, open: () => memorySource(bytes) });
    }
  }
};
function release(listener, scan) {
  const { held } = listener;
  listener.held = void 0;
  for (const observation of held ?? []) scan.observe(observation);
}
function identity2(bytes) {
  return `${bytes.length} ${crc32(bytes)}`;
}
// src/formats/pickle/pickle/trailing.ts
var SEARCH = 1 << 20;
var MAX_CANDIDATES = 64;
async function scanTrailing(artifact, scan, start, window, tryStream) {
  const { input } = artifact;
  const [whole, base] = input.kind === "source" ? [input, start] : [await drain(window, scan, start), 0];
  const first2 = paddingLength(whole, base);
  scan.account.passOver("padding", start, first2);
  if (base + first2 >= whole.size) return;
  const head = whole.read(base + first2, SEARCH);
  const size = whole.size - base - first2;
  scan.observe({
    kind: "pickle-oddity",
    oddity: "trailing-bytes",
    detail: `${size} bytes follow the last pickle`,
    offset: start + first2,
    stream: 0
  });
  if (hasEndRecord(scan.probe.tail, scan.probe.size ?? 0)) return;
  scan.account.passOver("member", start + first2, size);
  await scan.descend({
    name: `+${start + first2}`,
    size,
    ...input.kind === "source" ? { storedAt: base + first2 } : {},
    open: () => slice(whole, base + first2)
  });
  let end = 0;
  for (const at of candidates(head, 1)) {
    const place = base + first2 + at;
    if (place >= end) end = await tryStream(whole, place) ?? end;
  }
}
function candidates(head, from) {
  const found2 = [];
  let at = head.indexOf(128, from);
  while (at >= 0 && found2.length < MAX_CANDIDATES) {
    const next = head.subarray(at, at + 3);
    if (hasProtocol(next) && (next[1] ?? 0) >= 2 && canStart(next[2])) found2.push(at);
    at = head.indexOf(128, at + 1);
  }
  return found2;
}
async function drain(window, scan, start) {
  const parts22 = [];
  let size = 0;
  for (; ; ) {
    const part = window.buffer.slice(window.pos, window.end);
    parts22.push(part);
    size += part.length;
    window.pos = window.end;
    if (window.eof || size > SEARCH) break;
    const refill = window.fill();
    if (refill) await refill;
  }
  if (window.failure) {
    const { why, message } = window.failure;
    scan.observe({ kind: "incomplete", why, detail: message, offset: start + size });
  }
  if (size > SEARCH)
    scan.observe({ kind: "incomplete", why: "limit", detail: "more than 1 MiB follows the pickle in a compressed stream", offset: start });
  const rest = new Uint8Array(size);
  let at = 0;
  for (const part of parts22) {
    rest.set(part, at);
    at += part.length;
  }
  return memorySource(rest);
}
// src/formats/pickle/pickle/format.ts
var MAX_REREADINGS = 8;
var MAX_SETTINGS = 2 ** 20;
var EVALUATED = "conv_feature_layers";
var pickleFormat = {
  id: "pickle",
  title: "Python pickle",
  kind: "model",
  labels: ["joblib", "pytorch-legacy"],
  promises: { extensions: [...PICKLE_EXTENSIONS, ".pdparams"] },
  prefilter: { first: canStart, extensions: PICKLE_EXTENSIONS },
  match(probe) {
    if (hasProtocol(probe.head)) return "certain";
    if (startsLikeZip(probe.head)) return "no";
    return canStart(probe.head[0]) || hasPickleName(probe) && !isText3(probe.head) ? "possible" : "no";
  },
  scan: (artifact, scan) => new PickleReader(artifact, scan, artifact.hints?.pickle !== "torch").run()
};
function readPickle(artifact, scan, window, tentative) {
  return new PickleReader(artifact, scan, false).readOne(window, tentative);
}
function hasPickleName({ extension, head, member }) {
  return PICKLE_EXTENSIONS.includes(extension) && !member && !codecSignatures.some((codec) => codec.match(head, extension) === "certain");
}
var FIRST_READ3 = 512;
var PickleReader = class {
  artifact;
  scan;
  facts;
  source;
  joblib;
  remembered;
  stream = 0;
  overrun = false;
  constructor(artifact, scan, joblib) {
    this.artifact = artifact;
    this.scan = scan;
    this.facts = new PickleFacts(scan);
    this.source = artifact.input.kind === "source" ? artifact.input : void 0;
    this.joblib = joblib;
    this.remembered = artifact.input.kind === "stream" && joblib ? rememberPrefix(artifact.input) : void 0;
  }
  async run() {
    const { probe } = this.scan;
    const sure = !this.artifact.hints?.search && (hasProtocol(probe.head) || hasPickleName(probe));
    const window = new Window(this.remembered ?? this.artifact.input, 0, sure ? void 0 : FIRST_READ3);
    try {
      return await this.readAll(window, !sure);
    } finally {
      window.release();
    }
  }
  async readOne(window, tentative) {
    const ending = await this.readStream(window, tentative);
    await this.facts.scanPayloads();
    return ending;
  }
  async readAll(window, tentative) {
    try {
      const first2 = await this.readStream(window, tentative);
      if (first2 === void 0) {
        window.checkFailure();
        return "not-this-format";
      }
      if (this.artifact.hints?.search) this.scan.account.passOver("searched");
      else if (first2.kind === "stop" && this.source && isLegacyMagic(first2.value, this.source)) await this.readLegacy(window, this.source);
      else if (first2.kind === "stop") {
        if (this.artifact.hints?.pickle === "torch" && this.source) await this.findEvaluated(this.source, window.offset);
        await this.readFollowing(window);
      }
    } finally {
      await this.facts.scanPayloads();
    }
  }
  /** Reads one stream from the window's position. Returns undefined if `tentative` bytes are not a pickle. */
  async readStream(window, tentative, storages) {
    const start = window.offset;
    const listener = this.facts.listener(tentative, this.source);
    const { machine, arrays, fork, raw } = await this.runMachine(window, this.source, listener, storages).catch((error) => {
      this.facts.abandon(listener);
      throw error;
    });
    const { ending } = machine;
    if (ending === void 0) throw new Error("the machine stopped without an ending");
    this.artifact.hints?.search?.(ending.offset - start);
    if (!this.facts.settle(listener, ending, machine.opcodes)) {
      if (ending.kind === "broken" && ending.why === "limit" && this.mayBeLoaded())
        this.scan.observe({ kind: "incomplete", why: ending.why, detail: ending.detail, offset: ending.offset });
      return void 0;
    }
    if (arrays) this.scan.label("joblib");
    await this.accountFor(start, ending.kind === "stop" ? ending.offset + 1 : ending.offset, raw);
    const again = this.source ?? this.remembered?.prefix();
    if (fork !== void 0 && again) await this.readAsPickle(again, start, fork);
    if (machine.straddle && this.source) await this.reread(slice(this.source, start), machine, start);
    if (ending.kind === "broken") this.scan.observe({ kind: "incomplete", why: ending.why, detail: ending.detail, offset: ending.offset });
    this.stream++;
    return ending;
  }
  /** False for a member without a pickle's extension: millions of opcodes in it may be a tensor of equal bytes. */
  mayBeLoaded() {
    const { member, size, extension } = this.scan.probe;
    return !member || size === void 0 || PICKLE_EXTENSIONS.includes(extension);
  }
  /** Runs the machine over one stream. Looks for joblib's arrays wherever joblib could be the loader. */
  async runMachine(window, source, listener, storages) {
    const { scan, stream } = this;
    if (this.joblib && !storages) return runAsJoblib(window, source, listener, stream, scan.budget);
    const { storage } = this.artifact.hints ?? {};
    const hooks = storages && source ? { persistentId: (id) => storages.note(id, source) } : storage ? { persistentId: (id) => this.checkStorage(id, storage, (offset, length) => machine.read(offset, length)) } : {};
    const machine = new Machine(window, source?.read.bind(source), listener, stream, hooks);
    machine.containers.appended = storages?.keys;
    await runMachine(machine, window, scan.budget);
    return { machine, arrays: false, fork: void 0, raw: [] };
  }
  /** Records the bytes of a stream and of the arrays in it in the account. Searches arrays that are not numbers. */
  async accountFor(start, end, raw) {
    const { account } = this.scan;
    let at = start;
    for (const { offset, length, texts: texts2, held } of raw) {
      account.read(at, offset - at);
      at = offset + length;
      if (!texts2) account.passOver("numbers", offset, length);
      else if (held) await new Search(memorySource(held), this.scan, { base: offset }).range(0, length);
      else if (this.source) await new Search(this.source, this.scan).range(offset, length);
    }
    account.read(at, end - at);
  }
  /** Reports, once, a tensor that is longer than the record that contains it. */
  checkStorage(id, storage, read2) {
    const detail = this.overrun ? void 0 : storageOverrun(id, storage, read2);
    if (detail === void 0) return;
    this.overrun = true;
    this.scan.observe({ kind: "structure", format: "pytorch", problem: "out-of-bounds", detail, offset: 0 });
  }
  /** Reads a joblib file as other loaders do: they execute the bytes that joblib reads as arrays. */
  async readAsPickle(source, start, fork) {
    const listener = this.facts.listener(true, this.source);
    const { ending, opcodes: opcodes2 } = await runAsPickle(source, start, fork, listener, this.stream, this.scan.budget);
    if (ending) this.facts.settle(listener, ending, opcodes2);
  }
  /** Reads the stream again as unpicklers do that drop the rest of a frame: they execute other opcodes. */
  async reread(source, first2, start) {
    let { straddle } = first2;
    let bytes = source;
    for (let round = 0; straddle && bytes && round < MAX_REREADINGS; round++) {
      const shift = round === 0 ? start : 0;
      bytes = withoutFrameRest(bytes, {
        frameStart: straddle.frameStart - shift,
        frameEnd: straddle.frameEnd - shift,
        opcode: straddle.opcode - shift
      });
      if (!bytes) return;
      const { machine } = await this.runMachine(new Window(bytes), bytes, this.facts.listener(false, bytes));
      straddle = machine.straddle;
    }
  }
  /** Reads what follows the first STOP, as a second `load` of the same file does: further pickles, then other bytes. */
  async readFollowing(window) {
    while (await hasMore(window)) {
      const start = window.offset;
      const ending = await this.readStream(window, true);
      if (ending?.kind === "broken") return;
      if (ending !== void 0) continue;
      if (!this.source && !window.rewind(start)) {
        const detail = "the bytes after the pickle in a compressed stream were read only as a further pickle, which they are not";
        this.scan.observe({ kind: "incomplete", why: "limit", detail, offset: start });
      }
      return this.trailing(start, window);
    }
  }
  /** Reads the other four pickles of a legacy torch file, all of which are executed, and passes over the storages. */
  async readLegacy(window, source) {
    this.scan.label("pytorch-legacy");
    const storages = new LegacyStorages();
    let listed3 = NONE2;
    for (let stream = 1; stream < LEGACY_STREAMS; stream++) {
      if (!await hasMore(window))
        throw new ScanError(
          "truncated",
          `a legacy PyTorch file has ${LEGACY_STREAMS} pickles; this one ends after ${stream}`,
          window.offset
        );
      if (stream === LEGACY_STREAMS - 1) storages.keys = [];
      const ending = await this.readStream(window, false, storages);
      if (ending?.kind !== "stop") return;
      listed3 = ending.value;
    }
    await this.findEvaluated(source, window.offset);
    const end = storages.end(source, window.offset, listed3);
    this.scan.account.passOver("numbers", window.offset, end - window.offset);
    if (end < source.size) await this.trailing(end, window);
  }
  /** Looks for settings of a checkpoint that a library passes to `eval`. */
  async findEvaluated(source, end) {
    const size = Math.min(end, MAX_SETTINGS);
    const bytes = source.read(0, size);
    const found2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (found2.includes(EVALUATED)) (await import("./formats-pickle-pickle-evaluated.js")).observeEvaluated(source, size, this.scan);
  }
  async trailing(start, window) {
    await scanTrailing(this.artifact, this.scan, start, window, async (source, at) => {
      const ending = await this.readStream(new Window(source, at), true);
      return ending && ending.offset + 1;
    });
  }
};
async function hasMore(window) {
  if (window.pos < window.end) return true;
  if (window.eof) {
    window.checkFailure();
    return false;
  }
  const refill = window.fill();
  if (refill) await refill;
  if (window.pos === window.end) window.checkFailure();
  return window.pos < window.end;
}
// src/formats/pickle/npy/format.ts
var MAX_HEADER2 = 1 << 20;
var MAX_HELD3 = 64 << 20;
var npyFormat = {
  id: "npy",
  title: "NumPy array",
  kind: "data",
  promises: { extensions: [".npy"] },
  prefilter: { first: oneOf("\x93") },
  match: ({ head }) => isNpy(head) ? "certain" : "no",
  async scan(artifact, scan) {
    const window = new Window(artifact.input);
    while (await has(window, 1)) {
      const start = window.offset;
      if (!await has(window, NPY_MAGIC.length) || !isNpy(window.buffer.subarray(window.pos, window.end))) {
        return trailing(artifact, scan, window, start);
      }
      const header = await readHeader(window);
      scan.account.read(start, window.offset - start);
      if (!await readData(artifact, scan, window, header)) return;
    }
  }
};
async function readHeader(window) {
  const start = window.offset;
  const version2 = (await take(window, NPY.recordSize))[NPY.majorVersion] ?? 0;
  if (version2 < 1 || version2 > 3)
    throw new ScanError("unsupported", `unknown version ${version2} of the .npy format`, start + NPY.majorVersion);
  const size = await take(window, version2 === 1 ? 2 : 4);
  const length = size.reduce((sum, byte, index2) => sum + byte * 256 ** index2, 0);
  if (length > MAX_HEADER2) throw new ScanError("limit", `the header of the array has ${length} bytes`, start);
  return parseNpyHeader(new TextDecoder(version2 === 3 ? "utf-8" : "latin1").decode(await take(window, length)));
}
async function readData(artifact, scan, window, { data: declared, elsewhere, texts: texts2 }) {
  const start = window.offset;
  scan.budget.checkTime();
  const data = elsewhere.length > 0 && typeof declared === "number" ? await sizeHere(artifact, scan, start, declared, elsewhere) : declared;
  if (data === "object") return (await readPickle(artifact, scan, window, false))?.kind === "stop";
  if (data === "unknown") {
    scan.observe({
      kind: "incomplete",
      why: "unsupported",
      detail: "the dtype of the array is not written as NumPy writes it",
      offset: start
    });
    await readPickle(artifact, scan, window, true);
    return false;
  }
  if (texts2) await searchTexts(artifact, scan, window, data);
  else {
    scan.account.passOver("numbers", start, data);
    window.skip(data);
  }
  await has(window, 1);
  if (window.overrun) throw new ScanError("truncated", `the array has ${data} bytes of data, and the file ends before their end`, start);
  return true;
}
async function searchTexts({ input }, scan, window, size) {
  const start = window.offset;
  if (input.kind === "source") {
    await new Search(input, scan).range(start, size);
    window.skip(size);
  } else if (size <= MAX_HELD3) await new Search(memorySource(await take(window, size)), scan, { base: start }).range(0, size);
  else window.skip(size);
}
async function sizeHere(artifact, scan, start, declared, elsewhere) {
  const { input } = artifact;
  if (input.kind === "stream") return "unknown";
  const fitting = [declared, ...elsewhere].filter((size) => start + size <= input.size);
  const here = fitting.includes(declared) ? declared : Math.max(...fitting, -1);
  for (const size of fitting) {
    const at = start + size;
    if (size === here || at === input.size) continue;
    if (!isNpy(input.read(at, NPY_MAGIC.length))) await readPickle(artifact, scan, new Window(input, at), true);
    else await scan.descend({ name: `+${at}`, size: input.size - at, storedAt: at, open: () => slice(input, at) });
  }
  return here < 0 ? declared : here;
}
async function trailing(artifact, scan, window, start) {
  const { input } = artifact;
  const rest = input.kind === "source" ? slice(input, start) : await drain(window, scan, start);
  scan.observe({
    kind: "structure",
    format: "npy",
    problem: "trailing-bytes",
    detail: `${rest.size} bytes follow the last array`,
    offset: start
  });
  await new Search(rest, scan, { base: start }).asFile(0, rest.size);
}
function isNpy(bytes) {
  return NPY_MAGIC.every((byte, index2) => bytes[index2] === byte);
}
async function has(window, count) {
  while (window.end - window.pos < count || window.toSkip > 0) {
    if (window.eof && window.toSkip === 0) {
      window.checkFailure();
      return false;
    }
    const refill = window.fill();
    if (refill) await refill;
  }
  return true;
}
async function take(window, count) {
  const bytes = new Uint8Array(count);
  let done = 0;
  while (done < count) {
    if (!await has(window, 1)) throw new ScanError("truncated", "the array is cut off", window.offset);
    const part = window.buffer.subarray(window.pos, Math.min(window.end, window.pos + count - done));
    bytes.set(part, done);
    done += part.length;
    window.pos += part.length;
  }
  return bytes;
}
// src/formats/pickle/skops/format.ts
var skopsFormat = {
  id: "skops-schema",
  title: "skops schema",
  kind: "model",
  access: "random",
  prefilter: { extensions: [".json"] },
  match: (probe) => probe.name.toLowerCase() === "schema.json" ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-pickle-skops-reader.js")).scanSchema)
};
// src/formats/pointer/hub-blob/format.ts
var BLOB = /(?:^|[\\/])blobs[\\/][^\\/]+$/;
var JSON_NAMES = [{ name: "config.json" }];
var CHAT_NAMES = [{ name: "tokenizer_config.json" }];
var TEXT_NAMES = [{ name: "config.yaml" }, { name: "template.jinja", hints: { neighbour: () => "model" } }];
var hubBlobFormat = {
  id: "hub-blob",
  title: "Blob of a Hugging Face cache",
  kind: "companion",
  access: "random",
  prefilter: { extensions: [""] },
  // Only the path shows that a file is a blob; a stream has none.
  match: ({ extension, head, size }) => extension === "" && size !== void 0 && head.length > 0 && isText3(head) ? "possible" : "no",
  async scan({ input, path }, scan) {
    if (input.kind === "stream" || input.size > MAX_TEXT || !BLOB.test(path[path.length - 1] ?? "")) return "not-this-format";
    let read2 = false;
    for (const name of await namesOf22(input, firstJsonCharacter(scan.probe.head))) {
      scan.budget.charge("members", 1);
      if (await scan.descend({ ...name, size: input.size, storedAt: 0, open: () => input })) read2 = true;
    }
    return read2 ? void 0 : "not-this-format";
  }
};
async function namesOf22(source, opening) {
  if (opening !== "{" && opening !== "[") return TEXT_NAMES;
  const { parseLooseJson: parseLooseJson2 } = await import("./formats-shared-python-json.js");
  const { wholeText: wholeText2 } = await import("./formats-shared-whole-text.js");
  const text22 = wholeText2(source);
  try {
    parseLooseJson2(text22);
  } catch {
    return TEXT_NAMES;
  }
  return /chat_template|\\u00/.test(text22) ? CHAT_NAMES : JSON_NAMES;
}
// src/formats/pointer/pointers/format.ts
var LFS_START = "version https://git-lfs.github.com/spec/";
var OLD_LFS_START = "version https://hawser.github.com/spec/";
var MAX_POINTER = 1024;
var MAX_DVC = 4096;
var lfsPointerFormat = {
  id: "git-lfs-pointer",
  title: "Git LFS pointer",
  kind: "pointer",
  prefilter: { first: oneOf("v") },
  match: (probe) => isLfs(probe) ? "certain" : "no",
  scan(_artifact, scan) {
    const size = /\nsize (\d{1,19})/.exec(text2(scan.probe.head))?.[1];
    scan.observe({
      kind: "incomplete",
      why: "lfs-pointer",
      detail: `a Git LFS pointer, not the file itself${size ? ` (${size} bytes)` : ""}`,
      remedy: "Fetch the content first: actions/checkout with lfs: true, or git lfs pull."
    });
  }
};
var dvcPointerFormat = {
  id: "dvc-pointer",
  title: "DVC pointer",
  kind: "pointer",
  extensions: [".dvc"],
  prefilter: { extensions: [".dvc"] },
  match: (probe) => isDvc(probe) ? "certain" : "no",
  scan(_artifact, scan) {
    const target = /\n[ \t]+(?:- )?path: ([^\n]{1,200})/.exec(text2(scan.probe.head))?.[1];
    scan.observe({
      kind: "incomplete",
      why: "lfs-pointer",
      detail: `a DVC pointer${target ? ` to ${target}` : ""}, not the file itself`,
      remedy: "Fetch the content first: dvc pull."
    });
  }
};
var NOT_MODELS = new Set(
  ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .svg .ico .psd .ai .heic .mp3 .mp4 .m4a .wav .flac .ogg .avi .mov .mkv .webm .pdf .doc .docx .ppt .pptx .xls .xlsx .csv .tsv .txt .md .html .css .js .ts .ttf .otf .woff .woff2 .eot .stl .obj .fbx .blend .glb .gltf .uasset .umap .unity .exr .hdr".split(" ")
);
function isLfs(probe) {
  if (NOT_MODELS.has(probe.extension)) return false;
  if ((probe.size ?? MAX_POINTER) > MAX_POINTER || probe.head[0] !== 118) return false;
  const head = text2(probe.head);
  return head.startsWith(LFS_START) || head.startsWith(OLD_LFS_START);
}
function isDvc(probe) {
  if (probe.extension !== ".dvc" || (probe.size ?? MAX_DVC) > MAX_DVC) return false;
  const head = text2(probe.head);
  if (NOT_MODELS.has(/\.[a-z0-9]+$/.exec(probe.name.toLowerCase().slice(0, -4))?.[0] ?? "")) return false;
  return /^outs:/m.test(head) && /^[ \t]*(?:- )?(?:md5|etag|hash|files|size): /m.test(head);
}
function text2(bytes) {
  return new TextDecoder().decode(bytes);
}
// src/formats/runtime/caffe/format.ts
var TEXT_EXTENSIONS = [".prototxt"];
var caffeModelFormat = {
  id: "caffe",
  title: "Caffe model",
  kind: "model",
  promises: { extensions: MODEL_EXTENSIONS },
  access: "random",
  prefilter: prefilterOf(netShape, MODEL_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, netShape, MODEL_EXTENSIONS.includes(probe.extension)),
  scan: lazily(async () => (await import("./formats-runtime-caffe-reader.js")).scanCaffeModel)
};
var LAYER = /(?:^|\s)layers?\s*(?::\s*)?\{\s*(?:[a-z_]+\s*:\s*(?:"[^"]*"|'[^']*'|\w+\s)\s*)*type\s*:/;
var caffeTextFormat = {
  id: "caffe-text",
  title: "Caffe network as text",
  kind: "model",
  extensions: TEXT_EXTENSIONS,
  access: "random",
  prefilter: { first: (byte) => byte >= 9, extensions: TEXT_EXTENSIONS },
  match: matchText,
  scan: lazily(async () => (await import("./formats-runtime-caffe-reader.js")).scanText)
};
function matchText(probe) {
  if (probe.head.some((byte) => byte < 9)) return "no";
  const nameMatches2 = TEXT_EXTENSIONS.includes(probe.extension);
  return nameMatches2 || probe.size !== void 0 && LAYER.test(new TextDecoder().decode(probe.head)) ? "possible" : "no";
}
// src/formats/runtime/cntk/format.ts
var MAGIC3 = /^(?:B\0)?C\0N\0T\0K\0\0\0/;
var BLOCK2 = 1 << 20;
var OVERLAP2 = 1024;
var LIBRARY = /\.\0(?:d\0l\0l\0|s\0o\0|d\0y\0l\0i\0b\0)(?!\w\0)/g;
var MAX_PATH2 = 260;
var MAX_FOUND = 20;
var cntkFormat = {
  id: "cntk",
  title: "CNTK model (version 1)",
  kind: "model",
  promises: { extensions: [".cntk"] },
  extensions: [".cmf", ".dnn"],
  access: "random",
  prefilter: { first: oneOf("BC") },
  match: ({ head }) => MAGIC3.test(latin1(head.subarray(0, 16))) ? "certain" : "no",
  async scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "a CNTK model cannot be read from a stream");
    for (const [path, offset] of findLibraries(input, () => scan.budget.checkTime()))
      scan.observe({ kind: "external-file", format: "cntk", path, role: "a native library of functions", unusual: true, offset });
    await new Search(input, scan).rest();
  }
};
function findLibraries(source, tick) {
  const found2 = /* @__PURE__ */ new Map();
  for (let at = 0; at < source.size && found2.size < MAX_FOUND; at += BLOCK2 - OVERLAP2) {
    tick();
    const text22 = latin1(source.read(at, BLOCK2));
    for (const { index: index2, 0: ending } of text22.matchAll(LIBRARY)) {
      let start = index2;
      while (start >= 2 && index2 - start < 2 * MAX_PATH2 && /^[!-~]\0$/.test(text22.slice(start - 2, start))) start -= 2;
      const path = text22.slice(start, index2 + ending.length).replaceAll("\0", "");
      if (!found2.has(path) && found2.size < MAX_FOUND) found2.set(path, at + start);
    }
    if (at + BLOCK2 >= source.size) break;
  }
  return found2;
}
// src/formats/runtime/coreml/format.ts
var coremlFormat = {
  id: "coreml",
  title: "Core ML model",
  kind: "model",
  promises: { extensions: EXTENSIONS2 },
  access: "random",
  prefilter: { first: oneOf("\b"), extensions: EXTENSIONS2 },
  match(probe) {
    const nameMatches2 = EXTENSIONS2.includes(probe.extension);
    const plain2 = probe.head[0] === 8 && (probe.head[1] ?? 0) >= 1 && (probe.head[1] ?? 0) < 32;
    return plain2 || nameMatches2 ? headLikeness(probe.head, probe.size, modelShape, nameMatches2) : "no";
  },
  scan: lazily(async () => (await import("./formats-runtime-coreml-reader.js")).scanCoreml)
};
// src/formats/runtime/java/format.ts
var javaFormat = {
  id: "java-serialized",
  title: "Serialized Java objects",
  kind: "model",
  suggests: [".model", ".bin"],
  extensions: [".ser"],
  access: "random",
  prefilter: { first: oneOf("\xAC") },
  match: ({ head }) => startsJava(head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-runtime-java-reader.js")).scanJava)
};
// src/formats/runtime/java-xml/format.ts
var LESS_THAN = 60;
var EXTENSIONS7 = [".xml", ".model", ".mod", ".xstream"];
var javaXmlFormat = {
  id: "java-xml",
  title: "Java objects as XML",
  kind: "model",
  access: "random",
  prefilter: { extensions: EXTENSIONS7 },
  match: ({ extension, head }) => EXTENSIONS7.includes(extension) && isXml(head) ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-runtime-java-xml-reader.js")).scanJavaXml)
};
function isXml(head) {
  const first2 = firstVisible(head);
  return first2 === LESS_THAN || (first2 ?? 0) >= 239 && head.subarray(0, 8).includes(LESS_THAN);
}
// src/formats/runtime/lightgbm/format.ts
var lightgbmFormat = {
  id: "lightgbm",
  title: "LightGBM model",
  kind: "model",
  suggests: [".model"],
  extensions: [".txt", ".lgb"],
  access: "random",
  prefilter: { first: oneOf("t") },
  match: ({ head }) => /^tree\r?\nversion=v\d/.test(latin1(head.subarray(0, 32))) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-runtime-lightgbm-reader.js")).scanLightgbm)
};
// src/formats/runtime/mxnet/format.ts
var mxnetFormat = {
  id: "mxnet",
  title: "MXNet symbol",
  kind: "model",
  extensions: [".json"],
  access: "random",
  prefilter: { first: mayBeginJson },
  match(probe) {
    if (firstJsonCharacter(probe.head) !== "{") return "no";
    if (isSymbol(probe.name)) return "possible";
    const head = new TextDecoder().decode(probe.head);
    return /"nodes"\s*:\s*\[\s*\{/.test(head) && /"op"\s*:/.test(head) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-runtime-mxnet-reader.js")).scanMxnet)
};
// src/formats/runtime/openvino/format.ts
var MAX_DISTINCT = 1e4;
var BEFORE_ROOT = /* @__PURE__ */ new Set([0, 9, 10, 13, 32, 255, 254, 239, 187, 191]);
var FIRST_BYTES = /* @__PURE__ */ new Set([...BEFORE_ROOT, 60]);
var openvinoFormat = {
  id: "openvino",
  title: "OpenVINO model (IR)",
  kind: "model",
  extensions: [".xml"],
  access: "random",
  prefilter: { first: (byte) => FIRST_BYTES.has(byte) },
  match: (probe) => matchRoot(probe, "net", ".xml"),
  scan: (artifact, scan) => scanXml(artifact, scan, "openvino", "net")
};
var pmmlFormat = {
  id: "pmml",
  title: "PMML model",
  kind: "model",
  suggests: [".pmml"],
  access: "random",
  prefilter: { first: (byte) => FIRST_BYTES.has(byte), extensions: [".pmml"] },
  match: (probe) => matchRoot(probe, "PMML", ".pmml"),
  scan: (artifact, scan) => scanXml(artifact, scan, "pmml", "PMML")
};
function matchRoot(probe, root, extension) {
  const nameMatches2 = probe.extension === extension;
  if (nameMatches2 && (extension === ".pmml" && isEbcdic(probe.head) || isBlank(probe.head))) return "possible";
  const first2 = firstVisible(probe.head);
  if (first2 === void 0 || !FIRST_BYTES.has(first2)) return "no";
  if (probe.head.find((byte) => !BEFORE_ROOT.has(byte)) !== 60) return "no";
  const head = new TextDecoder("latin1").decode(probe.head).replaceAll("\0", "").replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/, "").trimStart();
  if (!head.startsWith("<")) return "no";
  if (nameMatches2 && /^<[?!]/.test(head)) return "possible";
  return new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>]`).test(head) ? "possible" : "no";
}
function isEbcdic(head) {
  return [76, 111, 167, 148].every((byte, index2) => head[index2] === byte);
}
function isBlank(head) {
  return head.length > 0 && head.every((byte) => BEFORE_ROOT.has(byte));
}
async function scanXml(artifact, scan, format, root) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "XML cannot be read from a stream");
  if (format === "pmml" && isEbcdic(scan.probe.head)) throw new ScanError("unsupported", "XML in EBCDIC is not supported");
  const doctypes = [];
  const reported = /* @__PURE__ */ new Set();
  let isRoot = false;
  const nameMatches2 = format === "pmml" && scan.probe.extension === ".pmml";
  const { xmlEvents } = await import("./wire-xml.js");
  const events = xmlEvents(source, () => scan.budget.checkTime());
  for (let step2 = nextEvent(events, nameMatches2); !step2.done; step2 = nextEvent(events, nameMatches2 || isRoot)) {
    const event = step2.value;
    if (event.kind === "doctype") {
      if (doctypes.length < 4) doctypes.push(event);
      continue;
    }
    if (!isRoot) {
      if (event.name !== root && !event.name.endsWith(`:${root}`)) return "not-this-format";
      isRoot = true;
      for (const { text: text22, offset } of doctypes) {
        const detail = `<${text22.replace(/\s+/g, " ").slice(0, 200)}>`;
        scan.observe({ kind: "structure", format, problem: "doctype", detail, offset });
      }
      if (format === "pmml") return new (await import("./formats-shared-search-bytes.js")).Search(source, scan).rest();
    } else if (event.name === "layer") observeLayer(event.attributes, event.offset, reported, scan);
  }
  if (!isRoot) return "not-this-format";
  return (await import("./formats-shared-search-bytes.js")).accountForText(source, scan);
}
function nextEvent(events, known) {
  try {
    return events.next();
  } catch (error) {
    if (!known && error instanceof ScanError && error.why !== "timeout") return { done: true, value: void 0 };
    throw error;
  }
}
function observeLayer(attributes, offset, reported, scan) {
  const op = attributes.get("type") ?? "";
  const domain = attributes.get("version") ?? "";
  const key = `${domain}\0${op}`;
  if (reported.has(key) || reported.size >= MAX_DISTINCT) return;
  reported.add(key);
  scan.observe({ kind: "graph-op", framework: "openvino", op, domain, node: attributes.get("name") ?? "", offset });
}
// src/formats/runtime/paddle/format.ts
var paddleFormat = {
  id: "paddle",
  title: "PaddlePaddle program",
  kind: "model",
  promises: { extensions: EXTENSIONS3 },
  suggests: [".pdiparams"],
  access: "random",
  prefilter: prefilterOf(programShape, [...EXTENSIONS3, "", ".json"]),
  match: (probe) => probe.extension === ".json" ? PIR.test(latin1(probe.head)) ? "certain" : "no" : headLikeness(probe.head, probe.size, programShape, EXTENSIONS3.includes(probe.extension) || probe.name === "__model__"),
  scan: lazily(async () => (await import("./formats-runtime-paddle-reader.js")).scanPaddle)
};
// src/formats/runtime/r-data/format.ts
var rDataFormat = {
  id: "r-data",
  title: "R object",
  kind: "data",
  extensions: [".rds", ".rdata", ".rda"],
  access: "random",
  prefilter: { first: oneOf("RXAB\n") },
  match: ({ head }) => rStart(head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-runtime-r-data-reader.js")).scanRData)
};
// src/formats/runtime/r-lazy-load/format.ts
var rLazyLoadFormat = {
  id: "r-lazy-load",
  title: "R lazy-load database",
  kind: "data",
  extensions: [".rdb"],
  access: "random",
  // The length of an object of less than 16 MiB begins with a zero byte.
  prefilter: { first: oneOf("\0"), extensions: [".rdb"] },
  match: ({ head }) => startsLikeLazyLoad(head) ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-runtime-r-data-reader.js")).scanRLazyLoad)
};
// src/formats/runtime/tensorrt/format.ts
var MAX_TEXT23 = 1 << 20;
var EXTENSIONS8 = [".engine", ".plan", ".trt"];
var tensorrtFormat = {
  id: "tensorrt",
  title: "TensorRT engine",
  kind: "model",
  suggests: EXTENSIONS8,
  prefilter: { first: (byte) => byte === 112, extensions: EXTENSIONS8 },
  match: ({ head, extension }) => head.length >= 32 && latin1(head.subarray(0, 4)) === "ptrt" ? "certain" : EXTENSIONS8.includes(extension) && textIn(head) > 0 ? "possible" : "no",
  async scan({ input }, scan) {
    if (input.kind === "source") {
      const size = textIn(input.read(0, 8));
      const next = latin1(input.read(4 + size, 4));
      if (size > 0 && next !== "ptrt" && !(size < MAX_TEXT23 && next.length === 4)) return "not-this-format";
      if (size > 0) {
        scan.budget.charge("members", 1);
        await scan.descend({ name: "metadata.json", size, storedAt: 4, open: () => slice(input, 4, size) });
      }
    }
    scan.account.passOver("reported");
    scan.observe({ kind: "shipped-code", language: "native", carrier: "a TensorRT engine", runs: "use", reaches: [], offset: 0 });
    return void 0;
  }
};
function textIn(head) {
  if (head.length < 8 || head[4] !== 123 && head[4] !== 32) return 0;
  const size = new DataView(head.buffer, head.byteOffset, 4).getUint32(0, true);
  return size > 1 && size <= MAX_TEXT23 ? size : 0;
}
// src/formats/runtime/triton/format.ts
var tritonFormat = {
  id: "triton-config",
  title: "Triton model configuration",
  kind: "companion",
  extensions: [".pbtxt"],
  access: "random",
  prefilter: { extensions: [".pbtxt"] },
  match: ({ name }) => /^config(?:\.[\w-]+)?\.pbtxt$/i.test(name) ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-runtime-triton-reader.js")).scanTriton)
};
// src/formats/tabular/arrow/format.ts
var arrowFormat = {
  id: "arrow",
  title: "Arrow or Feather file",
  kind: "data",
  extensions: [".arrow", ".feather", ".ipc"],
  access: "random",
  prefilter: { first: oneOf("A\xFF") },
  match: ({ head }) => latin1(head.subarray(0, 8)) === `${MAGIC}\0\0` ? "certain" : isStream(head) ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-tabular-arrow-reader.js")).scanArrow)
};
function isStream(head) {
  if (head.length < 32) return false;
  const data = new DataView(head.buffer, head.byteOffset, 16);
  const length = data.getInt32(4, true);
  return data.getUint32(0, true) === CONTINUATION && length > 16 && length < 1 << 28 && data.getUint32(8, true) < length;
}
// src/formats/tabular/parquet/format.ts
var MAX_FOOTER = 256 << 20;
var parquetFormat = {
  id: "parquet",
  title: "Parquet file",
  kind: "data",
  extensions: [".parquet"],
  access: "random",
  prefilter: { first: oneOf("P") },
  match: ({ head }) => isMagic(head, "PAR1") ? "certain" : isMagic(head, "PARE") ? "possible" : "no",
  async scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "Parquet cannot be read from a stream");
    const tail = input.size < 8 ? new Uint8Array(0) : input.read(input.size - 8, 8);
    if (tail.length === 8 && isMagic(tail.subarray(4), "PARE")) throw new ScanError("encrypted", "the footer is encrypted", input.size - 8);
    const ended = tail.length === 8 && input.size >= 12 && isMagic(tail.subarray(4), "PAR1");
    if (!ended && scan.probe.extension !== ".parquet" && isMagic(scan.probe.head, "PARE")) return "not-this-format";
    if (!ended) throw new ScanError("truncated", "the footer is missing", input.size);
    const length = new DataView(tail.buffer, tail.byteOffset, 4).getUint32(0, true);
    if (length > input.size - 12) throw new ScanError("malformed", `a footer of ${length} bytes does not fit into the file`, input.size - 8);
    if (length > MAX_FOOTER) throw new ScanError("limit", `a footer of ${length} bytes exceeds the limit of ${MAX_FOOTER}`, input.size - 8);
    const footer = input.read(input.size - 8 - length, length);
    const { readFooter } = await import("./formats-tabular-parquet-thrift.js");
    const { scanMetadataPayload } = await import("./formats-shared-metadata-payload.js");
    scan.account.read(0, 4);
    const found2 = readFooter(footer, {
      column: (range) => scan.account.passOver("values", range.offset, range.length),
      index: (range) => scan.account.read(range.offset, range.length)
    });
    scan.account.read(input.size - 8 - length);
    for (const [key, value] of found2.pairs) {
      if (key === "ARROW:schema") await scanSchema(value, scan);
      else await scanMetadataPayload(key, value, scan);
    }
    if (found2.binary.size > 0) await (await import("./formats-tabular-parquet-values.js")).searchColumns(input, found2, scan);
    const { Search: Search2 } = await import("./formats-shared-search-bytes.js");
    return new Search2(input, scan).rest();
  }
};
async function scanSchema(value, scan) {
  if (!isBase64(value)) throw new ScanError("malformed", "the Arrow schema is not valid base64");
  const bytes = Buffer.from(latin1(value), "base64");
  const marked = bytes[0] === 255 && bytes[1] === 255 && bytes[2] === 255 && bytes[3] === 255;
  const { scanArrowMessage } = await import("./formats-tabular-arrow-schema.js");
  await scanArrowMessage(memorySource(bytes.subarray(marked ? 8 : 4)), scan);
}
function isBase64(value) {
  for (const byte of value) {
    const isLetter = byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || byte >= 47 && byte <= 57;
    if (!isLetter && byte !== 43 && byte !== 61 && byte !== 32 && !(byte >= 9 && byte <= 13)) return false;
  }
  return true;
}
function isMagic(bytes, magic2) {
  return [...magic2].every((char, index2) => bytes[index2] === char.charCodeAt(0));
}
// src/formats/tabular/zarr/format.ts
var zarrFormat = {
  id: "zarr",
  title: "Zarr metadata",
  kind: "data",
  access: "random",
  prefilter: { extensions: ["", ".json"] },
  match({ name, extension, head }) {
    if (firstJsonCharacter(head) !== "{") return "no";
    if (isMetadata(name)) return "certain";
    return extension === ".json" && /\.z(?:group|array|attrs|metadata)"|"refs"/.test(latin1(head)) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-tabular-zarr-reader.js")).scanZarr)
};
// src/formats/template/chat-template/format.ts
var chatTemplateFormat = {
  id: "chat-template",
  title: "Tokenizer configuration with chat templates",
  kind: "companion",
  promises: { names: CHAT_FILES },
  extensions: [".json"],
  access: "random",
  prefilter: { extensions: [".json"] },
  match: ({ name, head }) => CHAT_FILES.test(name) && /[{["]/.test(firstJsonCharacter(head)) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-template-chat-template-reader.js")).scanChatTemplate)
};
// src/formats/template/jinja/format.ts
var EXTENSIONS9 = [".jinja", ".jinja2", ".j2"];
var CHAT_EXTENSION = ".jinja";
var ANY_ENGINE = [".template", ".tmpl", ".tpl", ".prompt", ".prompty", ".txt"];
var WITHIN = /\.(?:jinja2?|j2)\.[^.]+$/i;
var MAX_SIZE2 = 16 << 20;
var MAX_OTHER2 = 1 << 20;
var NAME23 = /(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i;
var jinjaFormat = {
  id: "jinja-chat-template",
  title: "Jinja chat template",
  kind: "companion",
  promises: { names: /chat[_-]?template/i },
  extensions: EXTENSIONS9,
  access: "random",
  prefilter: { first: mayBeginText, extensions: [...EXTENSIONS9, ...ANY_ENGINE] },
  match: (probe) => isTemplateName(probe) && textOf2(probe.head) !== void 0 && !isLong(probe) ? "possible" : "no",
  async scan(artifact, scan) {
    const { input, path, hints } = artifact;
    const { extension } = scan.probe;
    const named = NAME23.test(path[path.length - 1] ?? "") && (EXTENSIONS9.includes(extension) || extension === ".txt");
    const near = named || path.length > 1 || hints?.neighbour?.() === "model" || hints?.neighbour?.() === "MLmodel";
    if (!named && (inPackage(artifact) || extension === ".txt" && !near && !WITHIN.test(scan.probe.name))) return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "a template cannot be read from a stream");
    if (input.size > MAX_SIZE2) throw new ScanError("limit", `a template of ${input.size} bytes exceeds the limit of ${MAX_SIZE2}`, 0);
    const text22 = wholeText(input);
    if (!named && !/\{[{%]/.test(text22)) return "not-this-format";
    const { observeAnyTemplate, observeTemplate } = await import("./formats-template-jinja-facts.js");
    if (named) observeTemplate(scan, "the chat template", text22, 0, true);
    else if (!observeAnyTemplate(scan, "the template", text22, near && extension === CHAT_EXTENSION ? "model" : "any-software", 0))
      return "not-this-format";
    return accountForText(input, scan);
  }
};
var DATA3 = [".json", ".jsonl", ".ndjson", ".jsonc", ".json5", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".gin"];
function isTemplateName({ name, extension, size }) {
  if (EXTENSIONS9.includes(extension) || ANY_ENGINE.includes(extension) || WITHIN.test(name)) return true;
  return size !== void 0 && !isProse(extension) && !DATA3.includes(extension);
}
function isLong({ name, extension, size }) {
  return size !== void 0 && size > MAX_OTHER2 && !EXTENSIONS9.includes(extension) && !NAME23.test(name);
}
// src/formats/tensorflow/savedmodel/format.ts
var savedModelFormat = {
  id: "tf-savedmodel",
  title: "TensorFlow SavedModel",
  kind: "model",
  promises: { names: /^saved_model\.pb$/i },
  suggests: [".pb"],
  access: "random",
  prefilter: prefilterOf(savedModelShape, [".pb"]),
  match: (probe) => headLikeness(probe.head, probe.size, savedModelShape, probe.extension === ".pb"),
  scan: lazily(async () => (await import("./formats-tensorflow-savedmodel-reader.js")).scanSavedModel)
};
var kerasMetadataFormat = {
  id: "keras-metadata",
  title: "Keras metadata of a SavedModel",
  kind: "model",
  suggests: [".pb"],
  access: "random",
  prefilter: prefilterOf(metadataShape, [".pb"]),
  match: (probe) => headLikeness(probe.head, probe.size, metadataShape, probe.extension === ".pb"),
  scan: lazily(async () => (await import("./formats-tensorflow-savedmodel-reader.js")).scanKerasMetadata)
};
var RIEGELI = [131, 175, 112, 209, 13, 136, 74, 63];
var chunkedSavedModelFormat = {
  id: "tf-savedmodel-chunked",
  title: "TensorFlow SavedModel in chunks (riegeli)",
  kind: "model",
  extensions: [".cpb"],
  prefilter: { extensions: [".cpb"] },
  match: (probe) => probe.extension === ".cpb" && RIEGELI.every((byte, index2) => probe.head[index2] === byte) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-tensorflow-savedmodel-reader.js")).scanChunkedSavedModel)
};
// src/formats/tensorflow/tf-graph/format.ts
var tfGraphFormat = {
  id: "tf-graph",
  title: "TensorFlow graph (GraphDef)",
  kind: "model",
  suggests: GRAPH_EXTENSIONS,
  access: "random",
  prefilter: prefilterOf(graphShape, GRAPH_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, hasExtension(probe, GRAPH_EXTENSIONS)),
  scan: lazily(async () => (await import("./formats-tensorflow-tf-graph-reader.js")).scanGraph)
};
var tfMetaGraphFormat = {
  id: "tf-metagraph",
  title: "TensorFlow graph with metadata (MetaGraphDef)",
  kind: "model",
  extensions: META_EXTENSIONS,
  access: "random",
  prefilter: prefilterOf(metaGraphShape, META_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, hasExtension(probe, META_EXTENSIONS)),
  scan: lazily(async () => (await import("./formats-tensorflow-tf-graph-reader.js")).scanMetaGraph)
};
// src/formats/tensorflow/tf-graph-text/format.ts
var tfGraphTextFormat = {
  id: "tf-graph-text",
  title: "TensorFlow graph as text",
  kind: "model",
  extensions: EXTENSIONS,
  access: "random",
  prefilter: { first: (byte) => byte >= 9 },
  match: match2,
  scan: lazily(async () => (await import("./formats-tensorflow-tf-graph-text-reader.js")).scanText)
};
var NODE = /(?:^|[\s{])(?:node|node_def|nodeDef)\s*(?::\s*)?(?:\[\s*)?\{\s*(?:name\s*:\s*["'][^"']*["']\s*)?op\s*:\s*["']/;
var OUTER = /(?:^|[\s{])(?:saved_model_schema_version\s*:|(?:meta_graphs|meta_info_def|graph_def)\s*(?::\s*)?(?:\[\s*)?\{)/;
var LIBRARY2 = /^\s*library\s*(?::\s*)?\{\s*function/;
var WORDS = /\bnode|library|saved_model_schema_version|meta_graphs|meta_info_def|graph_def/;
var NOISE = /#[^\n]*|[,;]/g;
function match2(probe) {
  const isNamed2 = EXTENSIONS.includes(probe.extension);
  if (probe.size === void 0 && !isNamed2 || probe.head.some((byte) => byte < 9)) return "no";
  const whole = new TextDecoder().decode(probe.head);
  if (!WORDS.test(whole)) return isNamed2 && isComments(probe.head) ? "possible" : "no";
  const head = whole.replace(NOISE, " ").replaceAll("<", "{");
  return isNamed2 && isComments(probe.head) || NODE.test(head) || OUTER.test(head) || LIBRARY2.test(head) ? "possible" : "no";
}
// src/formats/tensorflow/tfjs/format.ts
var tfjsFormat = {
  id: "tfjs",
  title: "TensorFlow.js model",
  kind: "model",
  extensions: [".json"],
  access: "random",
  prefilter: { first: mayBeginJson },
  match: match22,
  scan: lazily(async () => (await import("./formats-tensorflow-tfjs-reader.js")).scanTfjs)
};
function match22(probe) {
  if (firstJsonCharacter(probe.head) !== "{") return "no";
  return mentionsModel(probe.head) || probe.name === "model.json" ? "possible" : "no";
}
// src/formats/tensorflow/tflite/format.ts
var tfliteFormat = {
  id: "tflite",
  title: "TensorFlow Lite model",
  kind: "model",
  promises: { extensions: [".tflite"] },
  extensions: [".lite"],
  access: "random",
  match: (probe) => fileIdentifier(probe.head) === "TFL3" ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-tensorflow-tflite-reader.js")).scanTflite)
};
// src/formats/torch/executorch/format.ts
var executorchFormat = {
  id: "executorch",
  title: "ExecuTorch program",
  kind: "model",
  promises: { extensions: [".pte"] },
  access: "random",
  match: (probe) => probe.head[4] === 69 && /^ET\d\d$/.test(fileIdentifier(probe.head)) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-torch-executorch-reader.js")).scanExecutorch)
};
// src/formats/torch/torch-export/format.ts
var OBJECT22 = /^[ \t\n\r\0\xbb\xbf\xef\xfe\xff]*\{[\s\0]*(?:"|$)/;
var torchExportFormat = {
  id: "torch-export-program",
  title: "torch.export program",
  kind: "code",
  access: "random",
  prefilter: { first: mayBeginJson, extensions: [".json"] },
  match({ extension, head }) {
    const first2 = firstJsonCharacter(head);
    if (first2 === "") return extension === ".json" ? "possible" : "no";
    return first2 === "{" && OBJECT22.test(latin1(head)) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-torch-torch-export-reader.js")).scanTorchExport)
};
// src/formats/torch/torch-package/format.ts
var MAX_LIST = 1024 * 1024;
var REACHING_OUT = new Set(
  "os posix nt subprocess pty ctypes socket ssl requests urllib http ftplib smtplib asyncio multiprocessing runpy code marshal pickle".split(
    " "
  )
);
var torchPackageFormat = {
  id: "torch-package-externs",
  title: "torch.package external modules",
  kind: "companion",
  access: "random",
  prefilter: { extensions: [""] },
  match: (probe) => probe.member && probe.name === "extern_modules" ? "possible" : "no",
  scan({ input, path }, scan) {
    if (!/(?:^|\/)\.data\/extern_modules$/.test(path[path.length - 1] ?? "")) return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "a list of modules cannot be read from a stream");
    scan.account.read(0, MAX_LIST);
    const lines = new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_LIST))).split("\n");
    const reaches = lines.map((line) => line.trim()).filter((module) => REACHING_OUT.has(module.split(".")[0] ?? ""));
    if (reaches.length === 0) return;
    const carrier = "external modules of the package";
    scan.observe({
      kind: "shipped-code",
      language: "python-source",
      carrier,
      runs: "load",
      reaches: reaches.map((module) => `${module}.*`),
      offset: 0
    });
  }
};
// src/formats/torch/torch7/format.ts
var EXTENSIONS10 = [".t7", ".th", ".net"];
var torch7Format = {
  id: "torch7",
  title: "Torch7 (Lua) file",
  kind: "model",
  promises: { extensions: [".t7"] },
  extensions: [".th", ".net"],
  access: "random",
  prefilter: { first: oneOf(`4${WHITESPACE2}`), extensions: EXTENSIONS10 },
  match({ head, extension }) {
    if (head.length < 16) return "no";
    const view = new DataView(head.buffer, head.byteOffset, 16);
    const tag = view.getInt32(0, true);
    const named = EXTENSIONS10.includes(extension);
    if (tag === OBJECT && view.getInt32(4, true) === 1 && view.getInt32(8, true) === 3 && head[12] === 86) return "certain";
    const text22 = latin1(head.subarray(0, 64));
    if (TEXT_OBJECT.test(text22)) return "certain";
    return named && (tag >= NIL && tag <= 8 || TEXT.test(text22)) || isTable(tag, view) ? "possible" : "no";
  },
  scan: lazily(async () => (await import("./formats-torch-torch7-reader.js")).scanTorch7)
};
function isTable(tag, view) {
  return tag === TABLE && view.getInt32(4, true) === 1 && view.getInt32(8, true) > 0 && view.getInt32(8, true) < 1e6 && [NUMBER, STRING].includes(view.getInt32(12, true));
}
// src/formats/torch/torchscript/format.ts
var torchscriptFormat = {
  id: "torchscript-code",
  title: "TorchScript program",
  kind: "code",
  access: "random",
  prefilter: { extensions: [".py", ".pkl"] },
  match: (probe) => probe.member && (probe.extension === ".py" || probe.name === "bytecode.pkl") ? "possible" : "no",
  scan: lazily(async () => (await import("./formats-torch-torchscript-reader.js")).scanTorchscript)
};
// src/formats/weights/gguf/format.ts
var ggufFormat = {
  id: "gguf",
  title: "GGUF model",
  kind: "model",
  promises: { extensions: [".gguf"] },
  access: "random",
  prefilter: { first: oneOf("G") },
  match: (probe) => ggufVersion(probe.head) ? "certain" : "no",
  scan: lazily(async () => (await import("./formats-weights-gguf-reader.js")).scanGguf)
};
// src/formats/weights/inert/format.ts
var TABLE2 = [
  {
    id: "xgboost-json",
    title: "XGBoost model (JSON)",
    extensions: [".json"],
    prefilter: { first: oneOf(`${WHITESPACE2}{`) },
    // Keys are sorted: the first is `learner`, which begins with `attributes`, or with `feature_names` if written by
    // hand.
    matches: ({ head }) => opens(head, "{") && /^\s*\{\s*"(?:Config|Model|learner|version)"\s*:\s*[{[]/.test(latin(head)) && /"(?:learner|gradient_booster|feature_names)"/.test(latin(head))
  },
  {
    id: "xgboost-ubj",
    title: "XGBoost model (UBJSON)",
    suggests: [".ubj", ".model", ".bin"],
    prefilter: { first: oneOf("{") },
    matches: ({ head }) => starts(head, "{") && /^\{(?:L\0{7}\x07|i\x07)learner[{[]/.test(latin(head))
  },
  {
    id: "xgboost-binary",
    title: "XGBoost model (old binary)",
    suggests: [".model", ".bin"],
    extensions: [".xgb"],
    prefilter: { first: oneOf("b") },
    matches: ({ head }) => starts(head, "binf") && head.length > 100
  },
  {
    id: "catboost",
    title: "CatBoost model",
    promises: { extensions: [".cbm"] },
    prefilter: { first: oneOf("C") },
    matches: ({ head, size }) => starts(head, "CBM1") && fits(head, 4, size)
  },
  {
    id: "catboost-json",
    title: "CatBoost model (JSON)",
    extensions: [".json"],
    prefilter: { first: oneOf(`${WHITESPACE2}{`) },
    matches: ({ head }) => opens(head, "{") && /^\s*\{\s*"(?:features_info|model_info|oblivious_trees|ctr_data)"\s*:/.test(latin(head))
  },
  // Magic 793712314, version 11 or 12 (fastText, fasttext.cc).
  {
    id: "fasttext",
    title: "fastText model",
    promises: { extensions: [".ftz"] },
    suggests: [".bin"],
    prefilter: { first: oneOf("\xBA") },
    matches: ({ head }) => u322(head, 0) === 793712314 && [11, 12].includes(u322(head, 4))
  },
  {
    id: "sentencepiece",
    title: "SentencePiece model",
    suggests: [".model"],
    extensions: [".spm"],
    prefilter: { first: oneOf("\n") },
    // ModelProto.pieces: the first piece is a control symbol, with a score of zero.
    matches: ({ head }) => starts(head, "\n") && /^\n[\x06-\x30]\n[\x01-\x20](?:<unk>|<pad>|<s>|<\/s>|\[PAD\]|\[UNK\]|<mask>|<cls>|<sep>)(?:\x15|\x18)/.test(latin(head))
  },
  {
    id: "tokenizer",
    title: "Hugging Face tokenizer",
    kind: "companion",
    extensions: [".json"],
    prefilter: { extensions: [".json"] },
    matches: ({ name, head }) => /^tokenizer[\w.-]*\.json$/i.test(name) && /^\s*\{\s*"version"\s*:\s*"/.test(latin(head)) && /"(?:truncation|padding|added_tokens)"/.test(latin(head))
  },
  {
    id: "tensorflow-checkpoint",
    title: "TensorFlow checkpoint index",
    extensions: [".index"],
    // The footer of a LevelDB table (table_format.md).
    matches: ({ tail }) => starts(tail.subarray(-8), "W\xFB\x80\x8B$uG\xDB")
  },
  {
    id: "tensorflow-checkpoint-data",
    title: "TensorFlow checkpoint data",
    // The content is only numbers. No other program uses this name.
    matches: ({ name }) => name.includes(".data-") && /\.data-\d{5}-of-\d{5}$/.test(name)
  },
  {
    id: "feather",
    title: "Feather version 1",
    kind: "data",
    extensions: [".feather"],
    prefilter: { first: oneOf("F") },
    matches: ({ head, tail }) => starts(head, "FEA1") && starts(tail.subarray(-4), "FEA1")
  },
  {
    id: "darknet-weights",
    title: "Darknet weights",
    suggests: [".weights"],
    prefilter: { extensions: [".weights"] },
    // Version 0.1 or 0.2, any revision, as little-endian integers.
    matches: ({ head, extension }) => extension === ".weights" && head.length >= 16 && u322(head, 0) === 0 && [1, 2].includes(u322(head, 4)) && u322(head, 8) < 10
  },
  {
    id: "darknet",
    title: "Darknet network",
    extensions: [".cfg"],
    prefilter: { first: oneOf(`${WHITESPACE2}[#;`) },
    matches: ({ head }) => opens(head, "[#;") && /^(?:\s*[#;][^\n]*\n)*\s*\[net(?:work)?\]\s*\r?\n/.test(latin(head))
  },
  // ggml, ggmf, ggjt and ggla as little-endian words.
  {
    id: "ggml",
    title: "GGML model from before GGUF",
    promises: { extensions: [".ggml"] },
    suggests: [".bin"],
    prefilter: { first: oneOf("lfta") },
    matches: ({ head }) => ["lmgg", "fmgg", "tjgg", "algg"].some((magic2) => starts(head, magic2)) && head.length > 32
  },
  {
    id: "ncnn",
    title: "ncnn network",
    extensions: [".param"],
    prefilter: { first: oneOf("7") },
    matches: ({ head }) => starts(head, "7767517") && /^7767517\r?\n\d+ \d+\r?\n/.test(latin(head))
  },
  {
    id: "rknn",
    title: "RKNN model",
    promises: { extensions: [".rknn"] },
    prefilter: { first: oneOf("R") },
    matches: ({ head }) => starts(head, "RKNN") && head.length > 64
  },
  {
    id: "word2vec",
    title: "word2vec vectors",
    suggests: [".bin"],
    extensions: [".vec", ".txt"],
    prefilter: { extensions: [".bin", ".vec", ".w2v"] },
    matches: ({ head, extension }) => [".bin", ".vec", ".w2v"].includes(extension) && /^\d{1,9} \d{1,5}\n\S{1,200} /.test(latin(head))
  }
];
var flaxFormat = {
  id: "flax-msgpack",
  title: "Flax parameters (MessagePack)",
  kind: "model",
  suggests: [".msgpack"],
  access: "random",
  prefilter: { first: (byte) => isMap(Uint8Array.of(byte)) || byte > 144 && byte <= 159, extensions: [".msgpack"] },
  match: ({ head, extension }) => extension === ".msgpack" && isContainer(head) || // A short array: only the whole file shows whether it is MessagePack.
  head[0] !== void 0 && head[0] > 144 && head[0] <= 159 || isMap(head) && mayBeKey(head) && /^(?:[\x80-\x8f]|\xde..)(?:[\xa1-\xbf]|[\xc4\xd9].)[A-Za-z_]/s.test(latin(head.subarray(0, 8))) ? "possible" : "no",
  async scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "MessagePack cannot be read from a stream");
    const { walkMsgpack } = await import("./formats-weights-inert-msgpack.js");
    const numbers = [];
    const pickles = [];
    const compressed = [];
    try {
      walkMsgpack(input, {
        numbers: (range) => range.length >= MIN_NUMBERS && numbers.push(range),
        pickle: (range) => pickles.push(range),
        compressed: (range) => compressed.length < MAX_COMPRESSED && compressed.push(range),
        tick: () => scan.budget.checkTime()
      });
    } catch (error) {
      if (error instanceof ScanError && error.why !== "timeout" && scan.probe.extension !== ".msgpack") return "not-this-format";
      throw error;
    }
    for (const { offset, length } of numbers) scan.account.passOver("numbers", offset, length);
    for (const { offset, length } of pickles) {
      scan.budget.charge("members", 1);
      await scan.descend({ name: `data@${offset}`, size: length, storedAt: offset, open: () => slice(input, offset, length) });
    }
    for (const { offset, length } of compressed) {
      scan.budget.charge("members", 1);
      await scan.descend({ name: `value@${offset}`, size: length, hints: { guess: "constant" }, open: () => slice(input, offset, length) });
    }
    const { Search: Search2 } = await import("./formats-shared-search-bytes.js");
    await new Search2(input, scan).rest();
    return void 0;
  }
};
var MAX_COMPRESSED = 1e3;
var MIN_NUMBERS = 256;
var inertFormats = [
  ...TABLE2.map(
    ({ matches, ...row }) => ({
      kind: "model",
      ...row,
      match: (probe) => matches(probe) ? "certain" : "no",
      access: "random",
      async scan({ input }, scan) {
        if (input.kind === "stream") throw new ScanError("unsupported", `${row.title}: cannot be read from a stream`);
        const { Search: Search2 } = await import("./formats-shared-search-bytes.js");
        await new Search2(input, scan).rest();
      }
    })
  ),
  flaxFormat
];
var lastHeadCache22;
function latin(bytes) {
  if (lastHeadCache22?.bytes === bytes) return lastHeadCache22.text;
  const text22 = latin1(bytes.subarray(0, 4096));
  lastHeadCache22 = { bytes, text: text22 };
  return text22;
}
function opens(head, firsts) {
  const first2 = firstVisible(head);
  return first2 !== void 0 && firsts.includes(String.fromCharCode(first2));
}
function starts(bytes, magic2) {
  if (bytes.length < magic2.length) return false;
  for (let at = 0; at < magic2.length; at++) if (bytes[at] !== magic2.charCodeAt(at)) return false;
  return true;
}
function u322(bytes, at) {
  return bytes.length < at + 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}
function fits(head, at, size) {
  const length = u322(head, at);
  return length > 0 && (size === void 0 || at + 4 + length <= size);
}
function mayBeKey([first2 = 0, second = 0]) {
  return first2 > 143 || second >= 161;
}
function isContainer(head) {
  const [first2 = 0] = head;
  return isMap(head) || first2 >= 144 && first2 <= 159 || first2 === 220 || first2 === 221 || first2 >= 196 && first2 <= 198;
}
function isMap([first2 = 0]) {
  return first2 >= 128 && first2 <= 143 || first2 === 222 || first2 === 223;
}
// src/formats/weights/safetensors/format.ts
var safetensorsFormat = {
  id: "safetensors",
  title: "safetensors",
  kind: "model",
  promises: { extensions: [".safetensors"] },
  access: "random",
  match(probe) {
    if (probe.head[8] !== 123) return "no";
    const length = headerLength(probe.head);
    return length === void 0 || length > MAX_HEADER * 10 ? "no" : "possible";
  },
  scan: lazily(async () => (await import("./formats-weights-safetensors-reader.js")).scanSafetensors)
};
// src/formats/weights/safetensors-index/format.ts
var NAME32 = /\.(?:safetensors|bin|ckpt|pt|pth|h5|msgpack)\.index(?:\.[\w-]+)?\.json$/i;
var MAX_SIZE3 = 32 << 20;
var MAX_SHARDS = 1e4;
var safetensorsIndexFormat = {
  id: "shard-index",
  title: "Index of a model in several files",
  kind: "companion",
  extensions: [".json"],
  access: "random",
  prefilter: { extensions: [".json"] },
  match: ({ name, head }) => NAME32.test(name) && firstJsonCharacter(head) === "{" ? "certain" : "no",
  async scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "an index cannot be read from a stream");
    if (input.size > MAX_SIZE3) throw new ScanError("limit", `an index of ${input.size} bytes exceeds the limit of ${MAX_SIZE3}`, 0);
    const { wholeText: wholeText2 } = await import("./formats-shared-whole-text.js");
    const { tooMuchJson: tooMuchJson2 } = await import("./wire-json-shape.js");
    const text22 = wholeText2(input);
    const problem = tooMuchJson2(text22);
    if (problem) throw problem;
    const files = /* @__PURE__ */ new Set();
    for (const file of Object.values(weightMap(text22))) if (typeof file === "string") files.add(file);
    scan.account.read();
    for (const path of [...files].slice(0, MAX_SHARDS))
      scan.observe({ kind: "external-file", format: "shard-index", path, role: "a weight shard", offset: 0 });
  }
};
function weightMap(text22) {
  let index2;
  try {
    index2 = JSON.parse(text22);
  } catch {
    throw new ScanError("malformed", "the index is not JSON", 0);
  }
  const map = typeof index2 === "object" && index2 !== null && "weight_map" in index2 ? index2.weight_map : void 0;
  if (typeof map !== "object" || map === null) throw new ScanError("malformed", "the index has no weight_map", 0);
  return map;
}
// src/formats/index.ts
var formats = [
  lfsPointerFormat,
  dvcPointerFormat,
  zipFormat,
  tarFormat,
  sevenZipFormat,
  rarFormat,
  ...compressedFormats,
  npyFormat,
  pickleFormat,
  bytecodeFormat,
  nativeFormat,
  pythonSourceFormat,
  torchPackageFormat,
  torchExportFormat,
  torchscriptFormat,
  ggufFormat,
  safetensorsFormat,
  safetensorsIndexFormat,
  jinjaFormat,
  chatTemplateFormat,
  hdf5Format,
  kerasConfigFormat,
  modelConfigFormat,
  hubBlobFormat,
  pickleModuleFormat,
  requirementsFormat,
  tritonFormat,
  skopsFormat,
  savedModelFormat,
  chunkedSavedModelFormat,
  kerasMetadataFormat,
  tfGraphFormat,
  tfMetaGraphFormat,
  tfGraphTextFormat,
  tfliteFormat,
  tfjsFormat,
  onnxFormat,
  ortFormat,
  openvinoFormat,
  pmmlFormat,
  coremlFormat,
  caffeModelFormat,
  caffeTextFormat,
  paddleFormat,
  mxnetFormat,
  executorchFormat,
  rDataFormat,
  rLazyLoadFormat,
  javaFormat,
  javaXmlFormat,
  torch7Format,
  arrowFormat,
  parquetFormat,
  zarrFormat,
  tensorrtFormat,
  lightgbmFormat,
  cntkFormat,
  sqliteFormat,
  lmdbFormat,
  dbmFormat,
  ...inertFormats
];
// src/formats/shared/embedded.ts
var BINARY2 = new Uint8Array(256);
for (let byte = 0; byte < 32; byte++) BINARY2[byte] = [9, 10, 11, 12, 13, 27].includes(byte) ? 0 : 1;
var HEAD4 = 4096;
var embeddedFormat = {
  id: "embedded-pickles",
  title: "Unknown file with pickles in it",
  kind: "search",
  access: "random",
  match: ({ head }) => head.subarray(0, HEAD4).some((byte) => BINARY2[byte] === 1) ? "possible" : "no",
  async scan({ input }, scan) {
    if (input.kind === "stream") throw new ScanError("unsupported", "an unknown file cannot be searched in a stream");
    const { Search: Search2 } = await import("./formats-shared-search-bytes.js");
    await new Search2(input, scan, { base: 0, guess: "place" }).whole();
    return "not-this-format";
  }
};
// src/formats/kinds.ts
var kinds2 = new Map(
  [...formats, embeddedFormat].flatMap(({ id, labels: labels2 = [], kind }) => [id, ...labels2].map((each) => [each, kind]))
);
var formatIds = [...kinds2.keys()];
var modelFormats = formatIds.filter(isModelFormat).sort();
function isModelFormat(id) {
  const kind = kinds2.get(id);
  return kind === "model" || kind === "data";
}
function keepsPromise(id) {
  const kind = kinds2.get(id);
  return kind !== "companion" && kind !== "search";
}
function extensionsOf({ promises, suggests = [], extensions = [] }) {
  return [.../* @__PURE__ */ new Set([...promises?.extensions ?? [], ...suggests, ...extensions])];
}

// src/node/hash.ts
var PIECE4 = 1 << 20;
var cryptoCache;
function sha256() {
  cryptoCache ??= createRequire2(import.meta.url)("node:crypto");
  return cryptoCache.createHash("sha256");
}
function sha256OfText(text4) {
  return sha256().update(text4).digest("hex");
}
function sha256OfSource(source) {
  const hash = sha256();
  try {
    for (let at = 0; at < source.size; at += PIECE4) hash.update(source.read(at, PIECE4));
  } catch {
    return void 0;
  }
  return hash.digest("hex");
}
function dayOf(date) {
  return date.toISOString().slice(0, 10);
}
var builtin2 = load("node:path");
var of2 = (name) => builtin2[name];
var basename = /* @__PURE__ */ of2("basename");
var dirname = /* @__PURE__ */ of2("dirname");
var isAbsolute = /* @__PURE__ */ of2("isAbsolute");
var join2 = /* @__PURE__ */ of2("join");
var relative = /* @__PURE__ */ of2("relative");
var resolve = /* @__PURE__ */ of2("resolve");
var sep = /* @__PURE__ */ of2("sep");
var builtin22 = load("node:fs");
var of22 = (name) => builtin22[name];
var closeSync = /* @__PURE__ */ of22("closeSync");
var constants = /* @__PURE__ */ of22("constants");
var existsSync = /* @__PURE__ */ of22("existsSync");
var fstatSync = /* @__PURE__ */ of22("fstatSync");
var lstatSync = /* @__PURE__ */ of22("lstatSync");
var mkdirSync = /* @__PURE__ */ of22("mkdirSync");
var mkdtempSync = /* @__PURE__ */ of22("mkdtempSync");
var openSync = /* @__PURE__ */ of22("openSync");
var readFileSync = /* @__PURE__ */ of22("readFileSync");
var readSync = /* @__PURE__ */ of22("readSync");
var readdirSync = /* @__PURE__ */ of22("readdirSync");
var realpathSync = /* @__PURE__ */ of22("realpathSync");
var renameSync = /* @__PURE__ */ of22("renameSync");
var rmSync = /* @__PURE__ */ of22("rmSync");
var statSync = /* @__PURE__ */ of22("statSync");
var writeFileSync = /* @__PURE__ */ of22("writeFileSync");
var writeSync = /* @__PURE__ */ of22("writeSync");
// src/scan/promises.ts
var namesCache;
function promisesModel(name, extension) {
  const { promised, patterns } = names2();
  return promised.has(extension) || patterns.get(extension)?.some((pattern) => pattern.test(name)) === true;
}
function isLoadedByName(name, extension) {
  return promisesModel(name, extension) || names2().companions.some((pattern) => pattern.test(name));
}
function suggestsModel(extension) {
  return names2().expected.has(extension);
}
function isModelExtension(extension) {
  return names2().models.has(extension);
}
function names2() {
  namesCache ??= derive();
  return namesCache;
}
function derive() {
  const holding = formats.filter(({ id }) => isModelFormat(id));
  const patterns = /* @__PURE__ */ new Map();
  for (const format of holding) {
    const pattern = format.promises?.names;
    if (pattern) for (const extension of extensionsOf(format)) patterns.set(extension, [...patterns.get(extension) ?? [], pattern]);
  }
  return {
    promised: new Set(holding.flatMap(({ promises }) => promises?.extensions ?? [])),
    patterns,
    expected: new Set(holding.flatMap(specific)),
    models: new Set(holding.filter(({ kind }) => kind === "model").flatMap(specific)),
    companions: formats.flatMap(({ kind, promises }) => kind === "companion" && promises?.names ? [promises.names] : [])
  };
}
function specific({ promises, suggests = [] }) {
  return [...promises?.extensions ?? [], ...suggests];
}
// src/scan/whitespace.ts
var STEP = 64 * 1024;
function isWhitespace(bytes) {
  return firstNonWhitespace(bytes) < 0;
}
function firstNonWhitespace(bytes) {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return at;
  }
  return -1;
}
function headOf(source, size) {
  const head = source.read(0, size);
  if (source.size <= size || !isWhitespace(head)) return head;
  for (let at = size; at < source.size; at += STEP) {
    const step2 = source.read(at, STEP);
    if (step2.length === 0) break;
    const index2 = firstNonWhitespace(step2);
    if (index2 >= 0) return source.read(at + index2 - 1, size);
  }
  return head;
}
// src/scan/probe.ts
var FILE_HEAD = 4096;
var FILE_TAIL = 65536 + 22;
var MEMBER_HEAD = 512;
var MEMBER_TAIL = 64;
function probeSource(name, source, member) {
  return new SourceProbe(name, source, member, member ? MEMBER_TAIL : FILE_TAIL);
}
function probeToTheEnd(name, source, from) {
  return new SourceProbe(name, source, true, Math.max(0, Math.min(FILE_TAIL, source.size - from)));
}
var SourceProbe = class {
  name;
  extension;
  size;
  member;
  source;
  tailSize;
  knownHead;
  knownTail;
  constructor(name, source, member, tailSize) {
    this.tailSize = tailSize;
    this.name = name;
    this.extension = extensionOf(name);
    this.size = source.size;
    this.member = member;
    this.source = source;
  }
  get head() {
    this.knownHead ??= headOf(this.source, this.member ? MEMBER_HEAD : FILE_HEAD);
    return this.knownHead;
  }
  get namesModel() {
    return suggestsModel(this.extension);
  }
  get tail() {
    this.knownTail ??= this.readTail();
    return this.knownTail;
  }
  readTail() {
    const length = Math.min(this.size, this.tailSize);
    const start = this.size - length;
    return this.size <= (this.member ? MEMBER_HEAD : FILE_HEAD) ? this.head.subarray(start) : this.source.read(start, length);
  }
};
function probeStream(name, head, member) {
  const start = head.length > FILE_HEAD ? Math.max(0, firstNonWhitespace(head) - 1) : 0;
  const shown = head.subarray(start, start + FILE_HEAD);
  const extension = extensionOf(name);
  return { name, extension, size: void 0, member, namesModel: suggestsModel(extension), head: shown, tail: new Uint8Array(0) };
}
function probePassed(probe, size, tail, from) {
  return { ...probe, size, tail: tail.subarray(Math.max(0, from - (size - tail.length))) };
}
function extensionOf(name) {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}
// src/node/links.ts
var SNAPSHOT = /^(.*)[\\/]snapshots[\\/][^\\/]+(?:[\\/].*)?$/s;
var CACHED = /^(?:models|datasets|spaces)--/;
var LOADED_FOLDER2 = /^(?:(?:additional_)?chat_templates|custom_generate)$/i;
var MAX_ENTRIES2 = 1e4;
function destinationOf(path, trees) {
  try {
    const real = realpathSync(path);
    if (real.includes("\uFFFD")) return { kind: "unclear" };
    const stat = statSync(real);
    if (!stat.isFile() && !stat.isDirectory()) return { kind: "other" };
    const home = snapshotHome(path);
    const blob = home !== void 0 && dirname(real) === join2(home, "blobs");
    const isInside = trees.some((tree) => isWithin(realpathSync(tree), real)) || blob && CACHED.test(basename(home));
    if (!isInside) return { kind: "outside", real, isFolder: stat.isDirectory() };
    return stat.isFile() ? { kind: "file", real, blob } : { kind: "folder", real };
  } catch (error) {
    return { kind: error instanceof Error && "code" in error && error.code === "ELOOP" ? "circle" : "nothing" };
  }
}
function snapshotHome(path) {
  return SNAPSHOT.exec(realpathSync(dirname(path)))?.[1];
}
function isCacheLink(path) {
  try {
    const home = snapshotHome(path);
    return home !== void 0 && dirname(realpathSync(path)) === join2(home, "blobs");
  } catch {
    return false;
  }
}
function decideLinks(root, links, trees, isAlone) {
  const files = [];
  const blobs = /* @__PURE__ */ new Set();
  const unread = [];
  const named = [];
  const realRoot = links.length > 0 ? realOf(root) : root;
  for (const link of links) {
    const name = basename(link);
    const found2 = destinationOf(resolve(root, link), trees);
    switch (found2.kind) {
      case "file":
        files.push(link);
        if (found2.blob) blobs.add(relative(realRoot, found2.real).split(sep).join("/"));
        break;
      case "folder":
        if (LOADED_FOLDER2.test(name)) files.push(...filesIn(found2.real).map((file) => `${link}/${file}`));
        break;
      case "outside":
        unread.push(link);
        if (found2.isFolder ? containsModel(found2.real) : isLoadedByName(name, extensionOf(name))) named.push(link);
        break;
      case "nothing":
        unread.push(link);
        if (promisesModel(name, extensionOf(name))) named.push(link);
        break;
      case "unclear":
        unread.push(link);
        named.push(link);
        break;
      default:
        unread.push(link);
    }
  }
  files.push(...isAlone && files.length === 0 ? unread : named);
  return { files, blobs, unread };
}
function whyUnread(destination) {
  const remedy = "Scan its destination as well, or a folder that contains both.";
  switch (destination.kind) {
    case "folder":
      return { detail: "it is a symbolic link to a folder", remedy };
    case "outside":
      return { detail: `it is a symbolic link to a ${destination.isFolder ? "folder" : "file"} outside of the scanned folders`, remedy };
    case "nothing":
      return {
        detail: "it is a symbolic link whose destination does not exist",
        remedy: "Download the destination, or remove the link."
      };
    case "circle":
      return { detail: "it is a symbolic link that leads to itself", remedy: "Remove the link." };
    case "other":
      return { detail: "it is a symbolic link to something other than a regular file", remedy: "Remove the link." };
    case "unclear":
      return { detail: "it is a symbolic link to a file whose name is not UTF-8", remedy: "Rename the file." };
    default:
      return destination;
  }
}
function containsModel(folder, depth = 0) {
  const entries = entriesOf(folder).slice(0, MAX_ENTRIES2);
  if (entries.some((entry) => !entry.isDirectory() && isLoadedByName(entry.name, extensionOf(entry.name)))) return true;
  return depth === 0 && entries.slice(0, 100).some((entry) => entry.isDirectory() && containsModel(join2(folder, entry.name), 1));
}
function filesIn(folder) {
  return entriesOf(folder).filter((entry) => entry.isFile()).map(({ name }) => name);
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
function realOf(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
function isWithin(folder, path) {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
// src/node/names.ts
var REPLACED = "\uFFFD";
function createNames(root) {
  const known = /* @__PURE__ */ new Map();
  const lossyIn = (folder) => {
    const found2 = known.get(folder) ?? lossyNames(folder);
    known.set(folder, found2);
    return found2;
  };
  return (path) => {
    if (!path.includes(REPLACED)) return true;
    for (let at = resolve(root, path); at.includes(REPLACED); at = dirname(at)) {
      if (lossyIn(dirname(at)).has(basename(at))) return false;
    }
    return true;
  };
}
function lossyNames(folder) {
  try {
    const names22 = readdirSync(folder, { encoding: "buffer" });
    return new Set(names22.filter((name) => !Buffer.from(name.toString("utf8")).equals(name)).map((name) => name.toString("utf8")));
  } catch {
    return /* @__PURE__ */ new Set();
  }
}
// src/node/discover.ts
var MAX_NAMED = 20;
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git"]);
function discover(root, shown = (path) => path, trees = [root]) {
  const files = [];
  const links = [];
  const others = [];
  const folders = [""];
  const isCertain = createNames(root);
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const entries = list(join2(root, folder));
    if (entries === void 0) files.push(folder === "" ? "." : folder);
    for (const entry of entries ?? []) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory()) {
        if (!isCertain(path)) files.push(path);
        else if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path);
      } else if (entry.isSymbolicLink()) links.push(path);
      else others.push(path);
    }
  }
  const found2 = new Set(files);
  const decided = decideLinks(root, links, trees, found2.size === 0);
  for (const blob of decided.blobs) found2.delete(blob);
  return {
    files: [...found2, ...decided.files].sort(),
    links: decided.files,
    notices: [
      ...summary("Symbolic link not followed", decided.unread.map(shown)),
      ...summary("Not a regular file, not scanned", others.map(shown))
    ]
  };
}
function kindOf2(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return void 0;
  return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other";
}
function list(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return void 0;
  }
}
function summary(what, paths) {
  paths.sort();
  const named = paths.slice(0, MAX_NAMED).map((path) => `${what}: ${path}`);
  return paths.length > MAX_NAMED ? [...named, `${what}: ${paths.length - MAX_NAMED} more`] : named;
}
var builtin3 = load("node:os");
var of3 = (name) => builtin3[name];
var availableParallelism = /* @__PURE__ */ of3("availableParallelism");
var tmpdir = /* @__PURE__ */ of3("tmpdir");
// src/node/shard.ts
var MAX_SHARDS2 = 256;
var SHARD_FORM = `such as 2/8, from 1/1 to ${MAX_SHARDS2}/${MAX_SHARDS2}`;
var COST_OF_A_FILE = 64 * 1024;
var MAX_POINTER2 = 1024;
var POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/[^\n]*\n[\s\S]*^size (\d{1,15})$/m;
function parseShard(text4) {
  const [, index2 = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text4) ?? []).map(Number);
  return index2 < 1 || index2 > count || count > MAX_SHARDS2 ? void 0 : { index: index2, count };
}
function planShard(files, index2, count) {
  const byPath = [...files].sort((a, b) => a.path < b.path ? -1 : 1);
  const listDigest = sha256OfText(byPath.map(({ path, size }) => `${size} ${JSON.stringify(path)}
`).join(""));
  const work = new Array(count).fill(0);
  const own2 = [];
  for (const { path, size } of byPath.sort((a, b) => b.size - a.size)) {
    let least = 0;
    for (let part = 1; part < count; part++) if ((work[part] ?? 0) < (work[least] ?? 0)) least = part;
    work[least] = (work[least] ?? 0) + size + COST_OF_A_FILE;
    if (least === index2 - 1) own2.push(path);
  }
  return { shard: { index: index2, count, listDigest }, files: own2.sort() };
}
function sizesOf2(paths, root) {
  return paths.map((path) => ({ path, size: sizeOf(resolve(root, path)) }));
}
function sizeOf(path) {
  try {
    const { size } = statSync(path);
    return size <= MAX_POINTER2 ? pointerSize(path) ?? size : size;
  } catch {
    return 0;
  }
}
function pointerSize(path) {
  const bytes = Buffer.alloc(MAX_POINTER2);
  const fd = openSync(path, "r");
  try {
    const text4 = bytes.toString("latin1", 0, readSync(fd, bytes, 0, MAX_POINTER2, 0));
    const size = POINTER.exec(text4.replaceAll("\r\n", "\n"))?.[1];
    return size === void 0 ? void 0 : Number(size);
  } finally {
    closeSync(fd);
  }
}

// src/policy/judge/judgement.ts
function policyEntry(policy, module, name) {
  if (policy.deny.length > 0 && listed(policy.deny, module, name)) return "deny";
  return policy.allow.length > 0 && listed(policy.allow, module, name) ? "allow" : void 0;
}
function listed(entries, module, name) {
  const full = `${module}.${name}`;
  return entries.some(
    (entry) => entry.endsWith(".*") ? module === entry.slice(0, -2) || module.startsWith(entry.slice(0, -1)) : entry === full
  );
}
function fine(reason, silence = false) {
  return { kind: "fine", reason, silence };
}
function finding(rule, message, evidence, reason, about) {
  return { kind: "finding", rule, severity: ruleOf(rule).severity, message, evidence, reason, ...about === void 0 ? {} : { about } };
}
// src/python/words.ts
function words2(text22) {
  return new Set(text22.split(/\s+/).filter((word) => word !== ""));
}
// src/python/known/arrow.ts
var arrow = {
  packages: "pyarrow",
  groups: [
    {
      use: "call",
      reason: "builder of Arrow data: builds a type, a buffer, an array or a table from its arguments",
      names: `
        pyarrow.lib: DictionaryScalar._reconstruct KeyValueMetadata _reconstruct_record_batch _reconstruct_table _restore_array binary
          bool8 chunked_array decimal128 decimal256 decimal32 decimal64 dictionary field fixed_shape_tensor json_ large_list
          large_list_view list_ list_view map_ opaque py_buffer run_end_encoded scalar schema struct timestamp type_for_alias union uuid`
    },
    {
      use: "class",
      reason: "class of Arrow data: an import is harmless, and its constructor raises an error",
      names: `
        pyarrow.lib: DictionaryScalar`
    }
  ]
};
// src/python/known/boosting.ts
var boosting = {
  packages: "catboost imblearn lightgbm xgboost",
  groups: [
    {
      use: "class",
      reason: "estimator: plain state; a booster parses its own model bytes",
      names: `
        catboost.core: CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor
        imblearn.combine._smote_tomek: SMOTETomek
        imblearn.ensemble._easy_ensemble: EasyEnsembleClassifier
        imblearn.ensemble._forest: BalancedRandomForestClassifier
        imblearn.over_sampling._adasyn: ADASYN
        imblearn.over_sampling._random_over_sampler: RandomOverSampler
        imblearn.over_sampling._smote.base: SMOTE
        imblearn.pipeline: Pipeline
        imblearn.under_sampling._prototype_selection._random_under_sampler: RandomUnderSampler
        lightgbm.basic: Booster
        lightgbm.sklearn: LGBMClassifier LGBMModel LGBMRanker LGBMRegressor
        xgboost: Booster XGBClassifier XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor
        xgboost.core: Booster
        xgboost.sklearn: XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor`
    }
  ]
};
// src/python/known/estimators.ts
var estimators = {
  packages: `anndata autofeat bayes_opt boruta causalml dask_ml deap dowhy econml eli5 formulaic gplearn hdbscan implicit interpret kmodes mlflow ngboost optuna pygam pynndescent pyod pytorch_tabnet river shap sklearn_crfsuite slicer surprise`,
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        anndata._core.anndata: AnnData
        autofeat.autofeat: AutoFeatRegressor
        bayes_opt.acquisition: UpperConfidenceBound
        bayes_opt.bayesian_optimization: BayesianOptimization
        bayes_opt.logger: ScreenLogger
        bayes_opt.parameter: FloatParameter
        bayes_opt.target_space: TargetSpace
        boruta.boruta_py: BorutaPy
        causalml.inference.meta.base: BaseLearner
        causalml.inference.meta.drlearner: BaseDRClassifier BaseDRLearner BaseDRRegressor XGBDRRegressor
        causalml.inference.meta.explainer: Explainer
        causalml.inference.meta.rlearner: BaseRClassifier BaseRLearner BaseRRegressor XGBRClassifier XGBRRegressor
        causalml.inference.meta.slearner: BaseSClassifier BaseSLearner BaseSRegressor LRSRegressor StatsmodelsOLS
        causalml.inference.meta.tlearner: BaseTClassifier BaseTLearner BaseTRegressor MLPTRegressor XGBTClassifier XGBTRegressor
        causalml.inference.meta.tmle: TMLELearner
        causalml.inference.meta.xlearner: BaseXClassifier BaseXLearner BaseXRegressor
        dask_ml.preprocessing.data: MinMaxScaler StandardScaler
        dask_ml.wrappers: ParallelPostFit
        deap.tools.support: HallOfFame Statistics
        dowhy.gcm.causal_mechanisms: AdditiveNoiseModel
        dowhy.gcm.causal_models: StructuralCausalModel
        dowhy.gcm.ml.regression: InvertibleIdentityFunction SklearnRegressionModel
        dowhy.gcm.stochastic_models: EmpiricalDistribution
        econml.dml._rlearner: _ModelFinal _ModelNuisance
        econml.dml.causal_forest: CausalForestDML _CausalForestFinalWrapper _GenericSingleOutcomeModelFinalWithCovInference
        econml.dml.dml: LinearDML _FinalWrapper
        econml.dr._drlearner: LinearDRLearner _ModelFinal _ModelNuisance
        econml.grf._base_grftree: GRFTree
        econml.grf.classes: CausalForest MultiOutputGRF
        econml.inference._inference: StatsModelsInference StatsModelsInferenceDiscrete
        econml.metalearners._metalearners: TLearner XLearner
        econml.sklearn_extensions.linear_model: StatsModelsLinearRegression
        eli5.sklearn.permutation_importance: PermutationImportance
        formulaic.formula: SimpleFormula
        formulaic.materializers.types.evaluated_factor: EvaluatedFactor
        formulaic.model_spec: ModelSpec
        formulaic.transforms.contrasts: ContrastsState TreatmentContrasts
        gplearn._program: _Program
        gplearn.genetic: BaseSymbolic SymbolicClassifier SymbolicRegressor SymbolicTransformer
        hdbscan.hdbscan_: HDBSCAN
        hdbscan.prediction: PredictionData
        hdbscan.robust_single_linkage_: RobustSingleLinkage
        implicit.cpu.als: AlternatingLeastSquares
        implicit.cpu.bpr: BayesianPersonalizedRanking
        implicit.cpu.lmf: LogisticMatrixFactorization
        interpret.glassbox._decisiontree: ClassificationTree RegressionTree
        interpret.glassbox._ebm._ebm: ExplainableBoostingClassifier ExplainableBoostingRegressor
        interpret.glassbox._linear: LinearRegression LogisticRegression
        kmodes.kmodes: KModes
        kmodes.kprototypes: KPrototypes
        ngboost.scores: CRPScore LogScore
        pygam.callbacks: Accuracy CallBack Coef Deviance Diffs
        pygam.core: Core
        pygam.distributions: BinomialDist Distribution GammaDist InvGaussDist NormalDist PoissonDist
        pygam.links: IdentityLink InvSquaredLink InverseLink Link LogLink LogitLink
        pygam.terms: FactorTerm Intercept LinearTerm SplineTerm Term
        pynndescent.pynndescent_: PyNNDescentTransformer
        pyod.models.abod: ABOD
        pyod.models.ae1svm: AE1SVM
        pyod.models.alad: ALAD
        pyod.models.anogan: AnoGAN
        pyod.models.audio_ae: AudioAE
        pyod.models.auto_encoder: AutoEncoder
        pyod.models.base: BaseDetector
        pyod.models.base_dl: BaseDeepLearningDetector
        pyod.models.cblof: CBLOF
        pyod.models.cd: CD
        pyod.models.cof: COF
        pyod.models.copod: COPOD
        pyod.models.deep_svdd: DeepSVDD
        pyod.models.devnet: DevNet SupDataset
        pyod.models.dif: DIF
        pyod.models.ecod: ECOD
        pyod.models.embedding: EmbeddingOD MultiModalOD
        pyod.models.gmm: GMM
        pyod.models.hbos: HBOS
        pyod.models.hdbscan: HDBSCAN
        pyod.models.iforest: IForest
        pyod.models.inne: INNE
        pyod.models.kde: KDE
        pyod.models.knn: KNN
        pyod.models.kpca: KPCA PyODKernelPCA
        pyod.models.lmdd: LMDD
        pyod.models.loci: LOCI
        pyod.models.loda: LODA
        pyod.models.lof: LOF
        pyod.models.lscp: LSCP
        pyod.models.lunar: LUNAR
        pyod.models.mad: MAD
        pyod.models.mcd: MCD
        pyod.models.mo_gaal: MO_GAAL
        pyod.models.ocsvm: OCSVM
        pyod.models.pca: PCA
        pyod.models.pyg_anomalous: ANOMALOUS
        pyod.models.pyg_anomalydae: AnomalyDAE
        pyod.models.pyg_cola: CoLA
        pyod.models.pyg_conad: CONAD
        pyod.models.pyg_dominant: DOMINANT
        pyod.models.pyg_guide: GUIDE
        pyod.models.pyg_radar: Radar
        pyod.models.pyg_scan: SCAN
        pyod.models.qmcd: QMCD
        pyod.models.rgraph: RGraph
        pyod.models.rod: ROD
        pyod.models.sampling: Sampling
        pyod.models.so_gaal: SO_GAAL
        pyod.models.so_gaal_new: SO_GAAL
        pyod.models.sod: SOD
        pyod.models.sos: SOS
        pyod.models.ts_anomaly_transformer: AnomalyTransformer
        pyod.models.ts_kshape: KShape
        pyod.models.ts_lstm: LSTMAD
        pyod.models.ts_matrix_profile: MatrixProfile
        pyod.models.ts_od: TimeSeriesOD
        pyod.models.ts_sand: SAND
        pyod.models.ts_spectral_residual: SpectralResidual
        pyod.models.vae: VAE
        pyod.models.xgbod: XGBOD
        pytorch_tabnet.callbacks: CallbackContainer History
        pytorch_tabnet.tab_model: TabNetClassifier
        shap._explanation: Explanation
        shap.explainers._tree: SingleTree TreeEnsemble
        shap.utils._legacy: DenseData IdentityLink Model
        sklearn_crfsuite.estimator: CRF
        slicer.slicer_internal: Obj
        surprise.dataset: Dataset DatasetAutoFolds DatasetUserFolds
        surprise.model_selection.search: BaseSearchCV GridSearchCV RandomizedSearchCV
        surprise.model_selection.split: KFold LeaveOneOut PredefinedKFold RepeatedKFold ShuffleSplit
        surprise.prediction_algorithms.algo_base: AlgoBase
        surprise.prediction_algorithms.baseline_only: BaselineOnly
        surprise.prediction_algorithms.co_clustering: CoClustering
        surprise.prediction_algorithms.knns: KNNBaseline KNNBasic KNNWithMeans KNNWithZScore SymmetricAlgo
        surprise.prediction_algorithms.matrix_factorization: NMF SVD SVDpp
        surprise.prediction_algorithms.random_pred: NormalPredictor
        surprise.prediction_algorithms.slope_one: SlopeOne
        surprise.reader: Reader
        surprise.trainset: Trainset`
    },
    {
      use: "attributes-only-callable",
      reason: "class without hooks: restoring it only sets attributes; it can be called",
      names: `
        gplearn.fitness: _Fitness
        gplearn.functions: _Function
        pyod.models.ae1svm: InnerAE1SVM RandomFourierFeatures
        pyod.models.anogan: Discriminator Generator QueryModel
        pyod.models.auto_encoder: AutoEncoderModel
        pyod.models.deep_svdd: InnerDeepSVDD
        pyod.models.devnet: DevNetD DevNetLinear DevNetS
        pyod.models.dif: LinearBlock MLPnet
        pyod.models.lunar: SCORE_MODEL WEIGHT_MODEL
        pyod.models.so_gaal: Discriminator Generator
        pyod.models.so_gaal_new: Discriminator Generator
        pyod.models.ts_anomaly_transformer: _AnomalyAttention _AnomalyTransformerLayer _AnomalyTransformerModel
        pyod.models.ts_lstm: _LSTMModel
        pyod.models.vae: VAEModel
        pyod.utils.torch_utility: LinearBlock
        pytorch_tabnet.sparsemax: Sparsemax
        pytorch_tabnet.tab_network: AttentiveTransformer EmbeddingGenerator FeatTransformer GBN GLU_Block GLU_Layer TabNet TabNetEncoder
          TabNetNoEmbeddings
        shap.explainers._kernel: KernelExplainer
        shap.explainers._linear: LinearExplainer
        shap.explainers._permutation: PermutationExplainer
        shap.explainers._tree: TreeExplainer
        shap.maskers._tabular: Independent
        shap.models._model: Model`
    },
    {
      use: "class",
      reason: "part of a formula, with slots: its setters look up a member of an enumeration",
      names: `
        formulaic.parser.types.factor: Factor
        formulaic.parser.types.token: Token`
    },
    {
      use: "attributes-only",
      reason: "term of a formula: its state contains its hash",
      names: `
        formulaic.parser.types.term: Term`
    },
    {
      use: "attributes-only",
      reason: "value: compared and hashed by its own attributes",
      names: `
        optuna.distributions: CategoricalDistribution FloatDistribution IntDistribution
        optuna.trial._frozen: FrozenTrial`
    },
    {
      use: "attributes-only",
      reason: "`__setstate__` sets the attributes and creates a lock or a thread-local",
      names: `
        optuna.storages._in_memory: InMemoryStorage
        optuna.study.study: Study`
    },
    {
      use: "attributes-only",
      reason: "its `__getattr__` delegates to an object in its state, which only a second state could abuse",
      names: `
        econml.dml.dml: _FirstStageSelector
        econml.sklearn_extensions.model_selection: FixedModelSelector`
    },
    {
      use: "reference",
      reason: "distribution that a model refers to",
      names: `
        ngboost.distns.cauchy: Cauchy
        ngboost.distns.exponential: Exponential
        ngboost.distns.gamma: Gamma
        ngboost.distns.laplace: Laplace
        ngboost.distns.lognormal: LogNormal
        ngboost.distns.normal: Normal NormalFixedMean NormalFixedVar
        ngboost.distns.poisson: Poisson
        ngboost.distns.t: T TFixedDf TFixedDfFixedVar`
    },
    {
      use: "temporary-file",
      reason: "owns a file: `__setstate__` writes one, and its finaliser deletes the file that its state names",
      names: `
        sklearn_crfsuite._fileresource: FileResource`
    },
    {
      use: "class",
      reason: "base class of models that cloudpickle writes, and its type hints: plain attributes",
      names: `
        mlflow.models.signature: _TypeHints
        mlflow.pyfunc.model: PythonModel`
    },
    {
      use: "class",
      reason: "named tuple: keeps its arguments",
      names: `
        econml.validate.sensitivity_analysis: SensitivityParams
        optuna.samplers._tpe.parzen_estimator: _ParzenEstimatorParameters`
    },
    {
      use: "reference",
      reason: "function of numbers or arrays: an import of it is harmless",
      names: `
        deap.tools.support: identity
        econml.utilities: add_intercept
        gplearn.fitness: _log_loss _mean_absolute_error _mean_square_error _root_mean_square_error _weighted_pearson _weighted_spearman
        gplearn.functions: _protected_division _protected_inverse _protected_log _protected_sqrt _sigmoid
        kmodes.util.dissim: euclidean_dissim jaccard_dissim_binary jaccard_dissim_label matching_dissim ng_dissim
        optuna._gp.prior: default_log_prior
        optuna.samplers._tpe.sampler: default_gamma default_weights
        pyod.models.vae: vae_loss
        river._river_rust.vectordict: euclidean_distance_dict euclidean_distance_tuple
        river.feature_extraction.vectorize: strip_accents_unicode
        river.forest.online_extra_trees: ExtraTrees._detection_mode_all ExtraTrees._detection_mode_off
        river.metrics.mutual_info: _average_arithmetic
        river.tree.splitter.ebst_splitter: EBSTNode._update_estimator_multivariate EBSTNode._update_estimator_univariate
        shap.utils._legacy: IdentityLink.f`
    },
    {
      use: "member",
      reason: "enumeration: a call with one literal returns a member",
      names: `
        formulaic.formula: OrderingMethod
        formulaic.materializers.types.enums: ClusterBy NAAction
        formulaic.parser.types.factor: Factor.EvalMethod Factor.Kind
        formulaic.parser.types.token: Token.Kind
        formulaic.utils.sentinels: Sentinel
        formulaic.utils.variables: Variable.Role
        optuna.study._study_direction: StudyDirection
        optuna.trial._state: TrialState`
    },
    {
      use: "first-is-class",
      reason: "restores a compiled metric: builds an instance of its argument",
      names: `
        hdbscan.dist_metrics: newObj`
    },
    {
      use: "class",
      reason: "compiled metric: `__setstate__` sets numbers and arrays",
      names: `
        hdbscan.dist_metrics: BrayCurtisDistance CanberraDistance ChebyshevDistance EuclideanDistance HammingDistance ManhattanDistance
          MinkowskiDistance SEuclideanDistance`
    }
  ]
};
// src/python/known/fastai.ts
var fastai = {
  packages: "fastai fastcore fasttransform",
  groups: [
    {
      use: "attributes-only",
      reason: "keeps its state as attributes (`GetAttr.__setstate__`, `Pipeline.__setstate__`); items that are put into it would go to an object in the state",
      names: `
        fastai.collab: TabularCollab
        fastai.data.core: DataLoaders Datasets TfmdDL
        fastai.tabular.core: TabWeightedDL TabularPandas
        fastai.tabular.data: TabularDataLoaders
        fastai.text.data: SortedDL
        fastcore.foundation: L`
    },
    {
      use: "attributes-only-callable",
      reason: "keeps its state as attributes in the same way; it can be called",
      names: `
        fastai.callback.core: TrainEvalCallback
        fastai.callback.progress: ProgressCallback
        fastai.callback.rnn: ModelResetter RNNCallback RNNRegularizer
        fastai.data.core: TfmdLists
        fastai.learner: CastToTensor Recorder
        fastai.tabular.learner: TabularLearner
        fastai.text.learner: TextLearner
        fasttransform.transform: Pipeline`
    },
    {
      use: "class",
      reason: "transform, loss, metric or layer with a plain state",
      names: `
        fastai.collab: EmbeddingDotBias
        fastai.data.core: FilteredBase
        fastai.data.load: _FakeLoader
        fastai.data.transforms: Categorize CategoryMap ColReader IntToFloatTensor Normalize RegexLabeller ToTensor
        fastai.layers: AdaptiveConcatPool2d ConvLayer Embedding Flatten LinBnDrop
        fastai.learner: AvgLoss AvgMetric AvgSmoothLoss
        fastai.losses: BaseLoss CrossEntropyLossFlat
        fastai.tabular.core: Categorify FillMissing ReadTabBatch
        fastai.tabular.model: TabularModel
        fastai.text.core: BaseTokenizer Tokenizer
        fastai.text.data: Numericalize Pad_Chunk
        fastai.text.models.awdlstm: AWD_LSTM EmbeddingDropout RNNDropout WeightDropout
        fastai.text.models.core: PoolingLinearClassifier SentenceEncoder SequentialRNN
        fastai.vision.augment: Brightness Flip Resize _BrightnessLogit _ContrastLogit _WarpCoord`
    },
    {
      use: "reference",
      reason: "function or class that a learner stores for later: a metric, an optimizer, a rule of a tokenizer",
      names: `
        fastai.data.core: FilteredBase.dataloaders
        fastai.data.load: _wif
        fastai.imports: noop
        fastai.metrics: accuracy error_rate
        fastai.optimizer: Adam
        fastai.text.core: fix_html lowercase replace_all_caps replace_maj replace_rep replace_wrep rm_useless_spaces spec_add_spaces
        fastai.text.data: TensorText _default_sort
        fastai.text.models.awdlstm: WeightDropout._do_nothing awd_lstm_clas_split
        fastai.torch_core: TensorBase TensorCategory TensorImage TensorMask trainable_params
        fastai.vision.augment: flip_mat rotate_mat zoom_mat`
    }
  ]
};
// src/python/known/forecasting.ts
var forecasting = {
  packages: "darts hmmlearn lifelines pmdarima prophet sksurv sktime statsforecast tslearn",
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        darts.dataprocessing.encoders.encoders: SequentialEncoder
        darts.models.forecasting.baselines: NaiveSeasonal
        darts.models.forecasting.exponential_smoothing: ExponentialSmoothing
        darts.models.forecasting.linear_regression_model: LinearRegressionModel
        darts.models.forecasting.random_forest: RandomForest
        darts.models.forecasting.theta: Theta
        darts.timeseries: TimeSeries
        hmmlearn._emissions: BaseCategoricalHMM BaseGMMHMM BaseGaussianHMM BaseMultinomialHMM BasePoissonHMM
        hmmlearn.base: BaseHMM ConvergenceMonitor VariationalBaseHMM _AbstractHMM
        hmmlearn.hmm: CategoricalHMM GMMHMM GaussianHMM MultinomialHMM PoissonHMM
        hmmlearn.vhmm: VariationalCategoricalHMM VariationalGaussianHMM
        lifelines.fitters: BaseFitter KnownModelParametricUnivariateFitter NonParametricUnivariateFitter ParametericAFTRegressionFitter
          ParametricRegressionFitter ParametricUnivariateFitter RegressionFitter SemiParametricRegressionFitter UnivariateFitter
        lifelines.fitters.aalen_additive_fitter: AalenAdditiveFitter
        lifelines.fitters.aalen_johansen_fitter: AalenJohansenFitter
        lifelines.fitters.breslow_fleming_harrington_fitter: BreslowFlemingHarringtonFitter
        lifelines.fitters.cox_time_varying_fitter: CoxTimeVaryingFitter
        lifelines.fitters.coxph_fitter: ParametricCoxModelFitter ParametricPiecewiseBaselinePHFitter ParametricSplinePHFitter
          SemiParametricPHFitter _BatchVsSingle
        lifelines.fitters.crc_spline_fitter: CRCSplineFitter
        lifelines.fitters.exponential_fitter: ExponentialFitter
        lifelines.fitters.generalized_gamma_fitter: GeneralizedGammaFitter
        lifelines.fitters.generalized_gamma_regression_fitter: GeneralizedGammaRegressionFitter
        lifelines.fitters.kaplan_meier_fitter: KaplanMeierFitter
        lifelines.fitters.log_logistic_aft_fitter: LogLogisticAFTFitter
        lifelines.fitters.log_logistic_fitter: LogLogisticFitter
        lifelines.fitters.log_normal_aft_fitter: LogNormalAFTFitter
        lifelines.fitters.log_normal_fitter: LogNormalFitter
        lifelines.fitters.mixins: ProportionalHazardMixin SplineFitterMixin
        lifelines.fitters.mixture_cure_fitter: MixtureCureFitter
        lifelines.fitters.nelson_aalen_fitter: NelsonAalenFitter
        lifelines.fitters.npmle: min_max
        lifelines.fitters.piecewise_exponential_fitter: PiecewiseExponentialFitter
        lifelines.fitters.piecewise_exponential_regression_fitter: PiecewiseExponentialRegressionFitter
        lifelines.fitters.spline_fitter: SplineFitter
        lifelines.fitters.weibull_aft_fitter: WeibullAFTFitter
        lifelines.fitters.weibull_fitter: WeibullFitter
        lifelines.plotting: PlotEstimateConfig
        lifelines.statistics: StatisticalResult TimeTransformers
        lifelines.utils: CovariateParameterMappings
        pmdarima.arima._auto_solvers: _RandomFitWrapper _SolverMixin _StepwiseFitWrapper
        pmdarima.arima._context: ContextStore _CtxSingleton
        pmdarima.arima.auto: AutoARIMA
        pmdarima.base: BaseARIMA
        pmdarima.model_selection._split: BaseTSCrossValidator RollingForecastCV SlidingWindowForecastCV
        pmdarima.pipeline: Pipeline
        pmdarima.preprocessing.base: BaseTransformer UpdatableMixin
        pmdarima.preprocessing.endog.base: BaseEndogTransformer
        pmdarima.preprocessing.endog.boxcox: BoxCoxEndogTransformer
        pmdarima.preprocessing.endog.log: LogEndogTransformer
        pmdarima.preprocessing.exog.base: BaseExogFeaturizer BaseExogTransformer
        pmdarima.preprocessing.exog.dates: DateFeaturizer
        pmdarima.preprocessing.exog.fourier: FourierFeaturizer
        prophet.forecaster: Prophet
        prophet.models: CmdStanPyBackend
        sksurv._dataframe._categorical_semantics: ColumnSemantics
        sksurv._dataframe._pandas: PandasDataFrameLibrary
        sksurv._dataframe._polars: PolarsDataFrameLibrary
        sksurv.base: SurvivalAnalysisMixin
        sksurv.ensemble.boosting: ComponentwiseGradientBoostingSurvivalAnalysis GradientBoostingSurvivalAnalysis
          _ComponentwiseLeastSquares
        sksurv.ensemble.forest: ExtraSurvivalTrees RandomSurvivalForest _BaseSurvivalForest
        sksurv.linear_model.aft: IPCRidge
        sksurv.linear_model.coxnet: CoxnetSurvivalAnalysis
        sksurv.linear_model.coxph: BreslowEstimator CoxPHOptimizer CoxPHSurvivalAnalysis VerboseReporter
        sksurv.meta.ensemble_selection: BaseEnsembleSelection EnsembleAverage EnsembleSelection EnsembleSelectionRegressor MeanEstimator
          MeanRankEstimator
        sksurv.meta.stacking: Stacking
        sksurv.metrics: _ScoreOverrideMixin as_concordance_index_ipcw_scorer as_cumulative_dynamic_auc_scorer
          as_integrated_brier_score_scorer
        sksurv.preprocessing: OneHotEncoder
        sksurv.svm.minlip: EcosSolver HingeLossSurvivalSVM MinlipSurvivalAnalysis OsqpSolver QPSolver
        sksurv.svm.naive_survival_svm: NaiveSurvivalSVM
        sksurv.svm.survival_svm: BaseSurvivalSVM Counter FastKernelSurvivalSVM FastSurvivalSVM LargeScaleOptimizer
          NonlinearLargeScaleOptimizer OrderStatisticTreeSurvivalCounter PRSVMOptimizer RankSVMOptimizer SimpleOptimizer SurvivalCounter
        sksurv.tree.tree: ExtraSurvivalTree SurvivalTree
        sksurv.util: Surv _PropertyAvailableIfDescriptor
        sktime.classification.distance_based._time_series_neighbors: KNeighborsTimeSeriesClassifier
        sktime.classification.interval_based._tsf: TimeSeriesForestClassifier
        sktime.forecasting.compose._reduce: RecursiveTabularRegressionForecaster
        sktime.forecasting.naive._naive: NaiveForecaster
        sktime.forecasting.trend._polynomial_trend_forecaster: PolynomialTrendForecaster
        sktime.transformations.rocket._rocket: Rocket
        statsforecast.core: GroupedArray StatsForecast
        statsforecast.models: ADIDA ARCH ARIMA AutoARIMA AutoCES AutoETS AutoMFLES AutoRegressive AutoTBATS AutoTheta ConstantModel
          CrostonClassic CrostonOptimized CrostonSBA DynamicOptimizedTheta DynamicTheta GARCH HistoricAverage Holt HoltWinters IMAPA MFLES
          MSTL NaNModel Naive OptimizedTheta RandomWalkWithDrift SeasonalExponentialSmoothing SeasonalExponentialSmoothingOptimized
          SeasonalNaive SeasonalWindowAverage SimpleExponentialSmoothing SimpleExponentialSmoothingOptimized SklearnModel TBATS TSB Theta
          WindowAverage ZeroModel _TS
        tslearn.backend.numpy_backend: NumPyBackend NumPyLinalg NumPyRandom
        tslearn.backend.pytorch_backend: PyTorchBackend PyTorchLinalg PyTorchRandom
        tslearn.bases.bases: BaseModelPackage TimeSeriesMixin TsLearnTags
        tslearn.clustering.dbscan: TimeSeriesDBSCAN
        tslearn.clustering.kmeans: KernelKMeans TimeSeriesKMeans
        tslearn.clustering.kshape: KShape
        tslearn.early_classification.early_classification: NonMyopicEarlyClassifier
        tslearn.forecasting._arima: AutoVARIMA VARIMA
        tslearn.forecasting._pipeline: ScaledForecastingPipeline
        tslearn.foundation._embedding: TimeSeriesFoundationEmbedder
        tslearn.foundation._forecasting: LinearProbeForecaster ZeroShotForecaster _BaseFoundationForecaster
        tslearn.matrix_profile.matrix_profile: MatrixProfile
        tslearn.metrics.softdtw_variants: SoftDTW SquaredEuclidean
        tslearn.neighbors.neighbors: KNeighborsTimeSeries KNeighborsTimeSeriesClassifier KNeighborsTimeSeriesMixin
          KNeighborsTimeSeriesRegressor
        tslearn.neural_network.neural_network: TimeSeriesMLPClassifier TimeSeriesMLPRegressor
        tslearn.piecewise.piecewise: OneD_SymbolicAggregateApproximation PiecewiseAggregateApproximation SymbolicAggregateApproximation
        tslearn.preprocessing._synchronizer: TimeSeriesFeatureSynchronizer
        tslearn.preprocessing.preprocessing: TimeSeriesImputer TimeSeriesResampler TimeSeriesScalerMeanVariance TimeSeriesScalerMinMax
        tslearn.svm.svm: TimeSeriesSVC TimeSeriesSVMMixin TimeSeriesSVR`
    },
    {
      use: "attributes-only-callable",
      reason: "class without hooks: restoring it only sets attributes; it can be called",
      names: `
        lifelines.generate_datasets: coeff_func
        sksurv.ensemble.survival_loss: CensoredSquaredLoss CoxPH SurvivalLossFunction
        sksurv.functions: StepFunction
        sktime.dists_kernels.base.adapters._sklearn: _SklearnDistanceAdapter
        tslearn.metrics.soft_dtw_loss_pytorch: SoftDTWLossPyTorch`
    },
    {
      use: "attributes-only",
      reason: "`__setstate__` sets the attributes and warns if another version wrote them",
      names: `
        pmdarima.arima.arima: ARIMA`
    },
    {
      use: "attributes-only",
      reason: "its `__getattr__` delegates to an object in its state, which only a second state could abuse",
      names: `
        lifelines.fitters.coxph_fitter: CoxPHFitter`
    },
    {
      use: "member",
      reason: "enumeration: a call with one literal returns a member",
      names: `
        darts.utils.utils: ModelMode SeasonalityMode
        lifelines.utils: CensoringType
        sktime.datatypes._dtypekind: DtypeKind`
    }
  ]
};
// src/python/known/networks.ts
var networks = {
  packages: `diffusers gpytorch kornia matplotlib monai peft segmentation_models_pytorch sentence_transformers skorch stable_baselines3 timm torch_geometric torchmetrics torchvision transformers ultralytics`,
  groups: [
    {
      use: "attributes-only",
      reason: "configuration or helper without hooks: restoring it only sets attributes",
      names: `
        diffusers.models.attention_processor: AttnProcessor2_0
        kornia.augmentation.random_generator.base: UniformDistribution
        peft.tuners.ia3.config: IA3Config
        peft.tuners.lora.config: LoraConfig LoraRuntimeConfig
        peft.tuners.prompt_tuning.config: PromptTuningConfig
        skorch.callbacks.lr_scheduler: LRScheduler
        skorch.callbacks.training: Checkpoint EarlyStopping
        stable_baselines3.common.buffers: ReplayBuffer
        stable_baselines3.common.running_mean_std: RunningMeanStd
        torch_geometric.data.data: DataEdgeAttr DataTensorAttr
        torch_geometric.data.feature_store: TensorAttr
        torch_geometric.data.graph_store: EdgeAttr
        torch_geometric.inspector: Inspector
        ultralytics.nn.tasks: _SafeLoad`
    },
    {
      use: "attributes-only-callable",
      reason: "module or transform without hooks of its own: restoring it only sets attributes; it can be called",
      names: `
        diffusers.models.attention_processor: Attention
        diffusers.models.downsampling: Downsample2D
        diffusers.models.embeddings: TimestepEmbedding Timesteps
        diffusers.models.resnet: ResnetBlock2D
        diffusers.models.unets.unet_2d_blocks: AttnDownBlock2D AttnUpBlock2D DownBlock2D UNetMidBlock2D UpBlock2D
        diffusers.models.upsampling: Upsample2D
        kornia.augmentation._2d.geometric.horizontal_flip: RandomHorizontalFlip
        kornia.augmentation._2d.geometric.rotation: RandomRotation
        monai.losses.dice: DiceLoss
        monai.networks.blocks.acti_norm: ADN
        monai.networks.blocks.convolutions: Convolution
        monai.networks.blocks.segresnet_block: ResBlock
        monai.networks.blocks.upsample: UpSample
        monai.networks.layers.simplelayers: SkipConnection
        monai.networks.nets.densenet: DenseNet121 _DenseBlock _DenseLayer _Transition
        monai.networks.nets.segresnet: SegResNet
        monai.networks.nets.unet: UNet
        monai.networks.nets.vnet: DownTransition InputTransition LUConv OutputTransition UpTransition VNet
        monai.transforms.compose: Compose
        monai.transforms.intensity.array: ScaleIntensity
        monai.transforms.spatial.array: Flip RandFlip Resize
        monai.transforms.utility.array: EnsureChannelFirst ToTensor
        peft.tuners.ia3.layer: Linear
        peft.tuners.lora.layer: Linear
        peft.tuners.prompt_tuning.model: PromptEmbedding
        torch_geometric.data.batch: DynamicInheritanceGetter
        torch_geometric.nn.aggr.basic: MaxAggregation MeanAggregation SumAggregation
        torch_geometric.nn.aggr.fused: FusedAggregation
        torch_geometric.nn.aggr.multi: MultiAggregation
        torch_geometric.nn.aggr.scaler: DegreeScalerAggregation
        torch_geometric.nn.conv.hetero_conv: HeteroConv
        torch_geometric.nn.dense.linear: Linear
        torch_geometric.nn.models.basic_gnn: GCN
        torch_geometric.nn.models.schnet: GaussianSmearing InteractionBlock RadiusInteractionGraph SchNet ShiftedSoftplus
        torch_geometric.nn.module_dict: ModuleDict
        torch_geometric.nn.norm.batch_norm: BatchNorm
        torch_geometric.transforms.compose: Compose
        torch_geometric.transforms.normalize_features: NormalizeFeatures
        torch_geometric.transforms.random_node_split: RandomNodeSplit
        torch_geometric.transforms.to_undirected: ToUndirected
        torch_geometric.utils._trim_to_layer: TrimToLayer
        torchmetrics.collections: MetricCollection
        transformers.activations: GELUActivation NewGELUActivation SiLUActivation
        transformers.models.bert.modeling_bert: BertAttention BertEmbeddings BertEncoder BertForSequenceClassification BertIntermediate
          BertLayer BertModel BertOutput BertPooler BertSelfAttention BertSelfOutput
        transformers.models.distilbert.modeling_distilbert: DistilBertModel DistilBertSelfAttention Embeddings FFN Transformer
          TransformerBlock
        transformers.models.gpt2.modeling_gpt2: GPT2Attention GPT2Block GPT2LMHeadModel GPT2MLP GPT2Model
        transformers.models.llama.modeling_llama: LlamaAttention LlamaDecoderLayer LlamaForCausalLM LlamaMLP LlamaModel LlamaRMSNorm
          LlamaRotaryEmbedding
        transformers.models.roberta.modeling_roberta: RobertaAttention RobertaEmbeddings RobertaEncoder RobertaIntermediate RobertaLayer
          RobertaModel RobertaOutput RobertaPooler RobertaSelfAttention RobertaSelfOutput
        transformers.models.t5.modeling_t5: T5Attention T5Block T5DenseActDense T5ForConditionalGeneration T5LayerCrossAttention T5LayerFF
          T5LayerNorm T5LayerSelfAttention T5Stack
        transformers.models.vit.modeling_vit: ViTAttention ViTEmbeddings ViTForImageClassification ViTLayer ViTMLP ViTModel
          ViTPatchEmbeddings
        transformers.pytorch_utils: Conv1D
        ultralytics.nn.backends.axelera: AxeleraBackend
        ultralytics.nn.backends.base: BaseBackend
        ultralytics.nn.backends.coreai: CoreAIBackend
        ultralytics.nn.backends.coreml: CoreMLBackend
        ultralytics.nn.backends.deepx: DeepXBackend
        ultralytics.nn.backends.executorch: ExecuTorchBackend
        ultralytics.nn.backends.litert: LiteRTBackend
        ultralytics.nn.backends.mnn: MNNBackend
        ultralytics.nn.backends.ncnn: NCNNBackend
        ultralytics.nn.backends.onnx: ONNXBackend ONNXIMXBackend
        ultralytics.nn.backends.openvino: OpenVINOBackend
        ultralytics.nn.backends.paddle: PaddleBackend
        ultralytics.nn.backends.pytorch: PyTorchBackend TorchScriptBackend
        ultralytics.nn.backends.qnn: QNNBackend
        ultralytics.nn.backends.rknn: RKNNBackend
        ultralytics.nn.backends.tensorflow: TensorFlowBackend
        ultralytics.nn.backends.tensorrt: TensorRTBackend
        ultralytics.nn.backends.triton: TritonBackend
        ultralytics.nn.distill_model: FeatureHook
        ultralytics.nn.modules.activation: AGLU
        ultralytics.nn.modules.block: A2C2f ABlock C2fPSA C3f Proto26 RealNVP RepBottleneck RepCSP Residual SAVPE SwiGLUFFN TorchVision
        ultralytics.nn.modules.conv: Index
        ultralytics.nn.modules.head: Depth LRPCHead OBB26 Pose26 Segment26 SemanticSegment YOLOEDetect YOLOESegment YOLOESegment26
        ultralytics.nn.modules.transformer: AIFI DeformableTransformerDecoder DeformableTransformerDecoderLayer LayerNorm2d MLP MLPBlock
          MSDeformAttn TransformerBlock TransformerEncoderLayer TransformerLayer
        ultralytics.nn.tasks: BaseModel DepthModel Ensemble SemanticSegmentationModel YOLOEModel YOLOESegModel`
    },
    {
      use: "attributes-only-callable",
      reason: "graph: `__setstate__` copies the attributes and keeps a weak reference to its owner",
      names: `
        torch_geometric.data.data: Data
        torch_geometric.data.hetero_data: HeteroData
        torch_geometric.data.storage: BaseStorage EdgeStorage GlobalStorage NodeStorage
        torch_geometric.data.temporal: TemporalData`
    },
    {
      use: "attributes-only-callable",
      reason: "its `__getattr__` delegates to an object in its state, which only a second state could abuse",
      names: `
        diffusers.models.unets.unet_2d: UNet2DModel
        diffusers.schedulers.scheduling_ddpm: DDPMScheduler
        peft.peft_model: PeftModelForSequenceClassification
        peft.tuners.ia3.model: IA3Model
        peft.tuners.lora.model: LoraModel
        peft.utils.other: ModulesToSaveWrapper
        sentence_transformers.base.modules.dense: Dense
        sentence_transformers.base.modules.normalize: Normalize
        sentence_transformers.base.modules.transformer: Transformer
        sentence_transformers.sentence_transformer.modules.pooling: Pooling
        transformers.models.bert.configuration_bert: BertConfig
        transformers.models.distilbert.configuration_distilbert: DistilBertConfig
        transformers.models.gpt2.configuration_gpt2: GPT2Config
        transformers.models.llama.configuration_llama: LlamaConfig
        transformers.models.roberta.configuration_roberta: RobertaConfig
        transformers.models.t5.configuration_t5: T5Config
        transformers.models.vit.configuration_vit: ViTConfig`
    },
    {
      use: "attributes-only-callable",
      reason: "`__setstate__` sets the attributes, and a number that old versions do not have",
      names: `
        ultralytics.nn.modules.block: AAttn`
    },
    {
      use: "member",
      reason: "enumeration: a call with one literal returns a member",
      names: `
        kornia.constants: BorderType Resample SamplePadding
        matplotlib._enums: CapStyle JoinStyle
        monai.utils.enums: InterpolateMode MetaKeys SpaceKeys UpsampleMode
        peft.tuners.prompt_tuning.config: PromptTuningInit
        peft.utils.peft_types: PeftType TaskType
        timm.layers.format: Format
        torchvision.transforms.autoaugment: AutoAugmentPolicy`
    },
    {
      use: "reference",
      reason: "function of tensors: an import of it is harmless",
      names: `
        gpytorch.utils.transforms: inv_sigmoid inv_softplus
        kornia.enhance.adjust: adjust_brightness_accumulative adjust_contrast_with_mean_subtraction adjust_hue
          adjust_saturation_with_gray_subtraction
        segmentation_models_pytorch.losses._functional: focal_loss_with_logits
        sentence_transformers.util.similarity: cos_sim dot_score euclidean_sim manhattan_sim pairwise_cos_sim pairwise_dot_score
        skorch.utils: noop
        torchmetrics.metric: jit_distributed_available
        torchmetrics.utilities.data: dim_zero_cat dim_zero_max dim_zero_mean dim_zero_min dim_zero_sum
        torchvision.ops.boxes: box_iou`
    }
  ]
};
// src/python/known/networks-more.ts
var moreNetworks = {
  packages: "gpytorch open_clip pytorch_metric_learning segmentation_models_pytorch",
  groups: [
    {
      use: "attributes-only",
      reason: "configuration or helper without hooks: restoring it only sets attributes",
      names: `
        gpytorch.kernels.kernel: Distance
        gpytorch.likelihoods.bernoulli_likelihood: BernoulliLikelihood
        gpytorch.likelihoods.beta_likelihood: BetaLikelihood
        gpytorch.likelihoods.hadamard_gaussian_likelihood: HadamardGaussianLikelihood
        gpytorch.likelihoods.laplace_likelihood: LaplaceLikelihood
        gpytorch.likelihoods.likelihood: Likelihood _Likelihood _OneDimensionalLikelihood
        gpytorch.likelihoods.likelihood_list: LikelihoodList
        gpytorch.likelihoods.multitask_gaussian_likelihood: MultitaskGaussianLikelihood _MultitaskGaussianLikelihoodBase
        gpytorch.likelihoods.negative_binomial_likelihood: NegativeBinomialLikelihood
        gpytorch.likelihoods.poisson_likelihood: PoissonLikelihood
        gpytorch.likelihoods.softmax_likelihood: SoftmaxLikelihood
        gpytorch.likelihoods.student_t_likelihood: StudentTLikelihood
        gpytorch.means.constant_mean: ConstantMean
        gpytorch.means.constant_mean_grad: ConstantMeanGrad
        gpytorch.means.constant_mean_gradgrad: ConstantMeanGradGrad
        gpytorch.means.linear_mean: LinearMean
        gpytorch.means.linear_mean_grad: LinearMeanGrad
        gpytorch.means.linear_mean_gradgrad: LinearMeanGradGrad
        gpytorch.means.mean: Mean
        gpytorch.means.multitask_mean: MultitaskMean
        gpytorch.means.zero_mean: ZeroMean
        open_clip.coca_model: CoCa MultimodalCfg
        open_clip.hf_model: ClsLastHiddenStatePooler ClsPooler HFTextEncoder MaxPooler MeanPooler
        open_clip.loss: ClipLoss CoCaLoss DistillClipLoss SigLipLoss
        open_clip.model: CLIPTextCfg CLIPVisionCfg
        open_clip.timm_model: TimmModel
        open_clip.tokenizer: HFTokenizer SigLipTokenizer SimpleTokenizer
        open_clip.transform: AugmentationCfg PreprocessCfg
        pytorch_metric_learning.losses.angular_loss: AngularLoss
        pytorch_metric_learning.losses.base_loss_wrapper: BaseLossWrapper
        pytorch_metric_learning.losses.base_metric_loss_function: BaseMetricLossFunction
        pytorch_metric_learning.losses.circle_loss: CircleLoss
        pytorch_metric_learning.losses.contrastive_loss: ContrastiveLoss
        pytorch_metric_learning.losses.cosface_loss: CosFaceLoss
        pytorch_metric_learning.losses.cross_batch_memory: CrossBatchMemory
        pytorch_metric_learning.losses.dynamic_soft_margin_loss: DynamicSoftMarginLoss
        pytorch_metric_learning.losses.fast_ap_loss: FastAPLoss
        pytorch_metric_learning.losses.generic_pair_loss: GenericPairLoss
        pytorch_metric_learning.losses.histogram_loss: HistogramLoss
        pytorch_metric_learning.losses.instance_loss: InstanceLoss
        pytorch_metric_learning.losses.intra_pair_variance_loss: IntraPairVarianceLoss
        pytorch_metric_learning.losses.large_margin_softmax_loss: LargeMarginSoftmaxLoss
        pytorch_metric_learning.losses.lifted_structure_loss: GeneralizedLiftedStructureLoss LiftedStructureLoss
        pytorch_metric_learning.losses.manifold_loss: ManifoldLoss
        pytorch_metric_learning.losses.margin_loss: MarginLoss
        pytorch_metric_learning.losses.mixins: EmbeddingRegularizerMixin WeightMixin WeightRegularizerMixin
        pytorch_metric_learning.losses.multi_similarity_loss: MultiSimilarityLoss
        pytorch_metric_learning.losses.multiple_losses: MultipleLosses
        pytorch_metric_learning.losses.n_pairs_loss: NPairsLoss
        pytorch_metric_learning.losses.nca_loss: NCALoss
        pytorch_metric_learning.losses.normalized_softmax_loss: NormalizedSoftmaxLoss
        pytorch_metric_learning.losses.p2s_grad_loss: P2SGradLoss
        pytorch_metric_learning.losses.pnp_loss: PNPLoss
        pytorch_metric_learning.losses.proxy_anchor_loss: ProxyAnchorLoss
        pytorch_metric_learning.losses.proxy_losses: ProxyNCALoss
        pytorch_metric_learning.losses.ranked_list_loss: RankedListLoss
        pytorch_metric_learning.losses.self_supervised_loss: SelfSupervisedLoss
        pytorch_metric_learning.losses.signal_to_noise_ratio_losses: SignalToNoiseRatioContrastiveLoss
        pytorch_metric_learning.losses.smooth_ap: SmoothAPLoss
        pytorch_metric_learning.losses.soft_triple_loss: SoftTripleLoss
        pytorch_metric_learning.losses.sphereface_loss: SphereFaceLoss
        pytorch_metric_learning.losses.subcenter_arcface_loss: SubCenterArcFaceLoss
        pytorch_metric_learning.losses.supcon_loss: SupConLoss
        pytorch_metric_learning.losses.tcm_loss: ThresholdConsistentMarginLoss
        pytorch_metric_learning.losses.tuplet_margin_loss: TupletMarginLoss
        pytorch_metric_learning.losses.vicreg_loss: VICRegLoss
        segmentation_models_pytorch.decoders.dpt.decoder: DPTDecoder DPTSegmentationHead FusionBlock ReadoutAddBlock ReadoutConcatBlock
          ReadoutIgnoreBlock ReassembleBlock ResidualConvBlock
        segmentation_models_pytorch.decoders.pan.decoder: ConvBnRelu FPABlock GAUBlock PANDecoder
        segmentation_models_pytorch.decoders.upernet.decoder: FPNLateralBlock LayerNorm2d PSPModule UPerNetDecoder
        segmentation_models_pytorch.encoders._base: EncoderMixin
        segmentation_models_pytorch.encoders._dpn: AdaptiveAvgMaxPool2d BnActConv2d CatBnAct DPN DualPathBlock InputBlock
        segmentation_models_pytorch.encoders._efficientnet: BlockDecoder Conv2dDynamicSamePadding Conv2dStaticSamePadding EfficientNet
          MBConvBlock MaxPool2dDynamicSamePadding MaxPool2dStaticSamePadding
        segmentation_models_pytorch.encoders._inceptionresnetv2: BasicConv2d Block17 Block35 Block8 InceptionResNetV2 Mixed_5b Mixed_6a
          Mixed_7a
        segmentation_models_pytorch.encoders._inceptionv4: BasicConv2d InceptionV4 Inception_A Inception_B Inception_C Mixed_3a Mixed_4a
          Mixed_5a Reduction_A Reduction_B
        segmentation_models_pytorch.encoders._senet: Bottleneck SEBottleneck SEModule SENet SEResNeXtBottleneck SEResNetBottleneck
        segmentation_models_pytorch.encoders._xception: Block SeparableConv2d Xception
        segmentation_models_pytorch.encoders.densenet: DenseNetEncoder
        segmentation_models_pytorch.encoders.dpn: DPNEncoder
        segmentation_models_pytorch.encoders.efficientnet: EfficientNetEncoder
        segmentation_models_pytorch.encoders.inceptionresnetv2: InceptionResNetV2Encoder
        segmentation_models_pytorch.encoders.inceptionv4: InceptionV4Encoder
        segmentation_models_pytorch.encoders.mix_transformer: Attention Block DWConv LayerNorm MixVisionTransformer
          MixVisionTransformerEncoder Mlp OverlapPatchEmbed
        segmentation_models_pytorch.encoders.mobilenet: MobileNetV2Encoder
        segmentation_models_pytorch.encoders.mobileone: MobileOne MobileOneBlock SEBlock
        segmentation_models_pytorch.encoders.senet: SENetEncoder
        segmentation_models_pytorch.encoders.timm_efficientnet: EfficientNetBaseEncoder EfficientNetEncoder EfficientNetLiteEncoder
        segmentation_models_pytorch.encoders.timm_sknet: SkNetEncoder
        segmentation_models_pytorch.encoders.timm_universal: TimmUniversalEncoder
        segmentation_models_pytorch.encoders.timm_vit: TimmViTEncoder
        segmentation_models_pytorch.encoders.vgg: VGGEncoder
        segmentation_models_pytorch.encoders.xception: XceptionEncoder
        segmentation_models_pytorch.losses.lovasz: LovaszLoss
        segmentation_models_pytorch.losses.mcc: MCCLoss
        segmentation_models_pytorch.losses.soft_bce: SoftBCEWithLogitsLoss
        segmentation_models_pytorch.losses.soft_ce: SoftCrossEntropyLoss
        segmentation_models_pytorch.losses.tversky: TverskyLoss`
    },
    {
      use: "attributes-only-callable",
      reason: "module or transform without hooks of its own: restoring it only sets attributes; it can be called",
      names: `
        gpytorch.constraints.constraints: GreaterThan Interval LessThan Positive
        gpytorch.likelihoods.gaussian_likelihood: DirichletClassificationLikelihood FixedNoiseGaussianLikelihood GaussianLikelihood
          GaussianLikelihoodWithMissingObs _GaussianLikelihoodBase
        gpytorch.likelihoods.noise_models: FixedGaussianNoise HeteroskedasticNoise HomoskedasticNoise MultitaskHomoskedasticNoise Noise
          _HomoskedasticNoiseBase
        open_clip.model: CLIP CustomTextCLIP
        open_clip.modified_resnet: AttentionPool2d Bottleneck ModifiedResNet
        open_clip.transform: CenterCropOrPad MaybeConvertMode MaybeToTensor ResizeKeepRatio color_jitter gray_scale
        open_clip.transformer: Attention AttentionalPooler CustomResidualAttentionBlock CustomTransformer LayerNorm LayerNormFp32
          LayerScale MultimodalTransformer PatchDropout QuickGELU ResidualAttentionBlock TextTransformer Transformer VisionTransformer
        pytorch_metric_learning.distances.cosine_similarity: CosineSimilarity
        pytorch_metric_learning.distances.lp_distance: LpDistance
        pytorch_metric_learning.losses.arcface_loss: ArcFaceLoss
        pytorch_metric_learning.losses.ntxent_loss: NTXentLoss
        pytorch_metric_learning.losses.triplet_margin_loss: TripletMarginLoss
        pytorch_metric_learning.reducers.avg_non_zero_reducer: AvgNonZeroReducer
        pytorch_metric_learning.reducers.mean_reducer: MeanReducer
        pytorch_metric_learning.utils.common_functions: TorchInitWrapper
        segmentation_models_pytorch.base.heads: ClassificationHead SegmentationHead
        segmentation_models_pytorch.base.modules: Activation ArgMax Attention Clamp Conv2dReLU SCSEModule
        segmentation_models_pytorch.decoders.deeplabv3.decoder: ASPP ASPPConv ASPPPooling ASPPSeparableConv DeepLabV3Decoder
          DeepLabV3PlusDecoder SeparableConv2d
        segmentation_models_pytorch.decoders.fpn.decoder: Conv3x3GNReLU FPNBlock FPNDecoder MergeBlock SegmentationBlock
        segmentation_models_pytorch.decoders.linknet.decoder: DecoderBlock LinknetDecoder TransposeX2
        segmentation_models_pytorch.decoders.manet.decoder: DecoderBlock MAnetDecoder MFABBlock PABBlock
        segmentation_models_pytorch.decoders.pspnet.decoder: PSPBlock PSPDecoder PSPModule
        segmentation_models_pytorch.decoders.segformer.decoder: MLP SegformerDecoder
        segmentation_models_pytorch.decoders.unet.decoder: UnetCenterBlock UnetDecoder UnetDecoderBlock
        segmentation_models_pytorch.decoders.unetplusplus.decoder: CenterBlock DecoderBlock UnetPlusPlusDecoder
        segmentation_models_pytorch.encoders.resnet: ResNetEncoder
        segmentation_models_pytorch.losses.dice: DiceLoss
        segmentation_models_pytorch.losses.focal: FocalLoss
        segmentation_models_pytorch.losses.jaccard: JaccardLoss`
    },
    {
      use: "attributes-only-callable",
      reason: "network whose `__new__` keeps its arguments as settings; picklers pass none",
      names: `
        segmentation_models_pytorch.decoders.deeplabv3.model: DeepLabV3 DeepLabV3Plus
        segmentation_models_pytorch.decoders.dpt.model: DPT
        segmentation_models_pytorch.decoders.fpn.model: FPN
        segmentation_models_pytorch.decoders.linknet.model: Linknet
        segmentation_models_pytorch.decoders.manet.model: MAnet
        segmentation_models_pytorch.decoders.pan.model: PAN
        segmentation_models_pytorch.decoders.pspnet.model: PSPNet
        segmentation_models_pytorch.decoders.segformer.model: Segformer
        segmentation_models_pytorch.decoders.unet.model: Unet
        segmentation_models_pytorch.decoders.unetplusplus.model: UnetPlusPlus
        segmentation_models_pytorch.decoders.upernet.model: UPerNet`
    }
  ]
};
// src/python/known/numpy.ts
var numpy = [
  {
    use: "call",
    reason: "array or scalar type: allocates only",
    names: {
      numpy: `bool bool_ bytes_ character clongdouble complex128 complex256 complex64 complexfloating datetime64 dtype flexible float128
        float16 float32 float64 floating generic inexact int16 int32 int64 int8 int_ intc integer longdouble longlong ndarray number
        object_ signedinteger str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong unicode_ unsignedinteger void`
    }
  },
  {
    use: "call",
    reason: "builds an array over bytes, or generator state from numbers",
    names: {
      "numpy.core._internal": "_convert_to_stringdtype_kwargs",
      "numpy.core.numeric": "_frombuffer",
      "numpy.random": "__RandomState_ctor"
    }
  },
  {
    use: "class",
    reason: "array, generator or wrapper class: compiled or plain state",
    names: {
      "joblib.numpy_pickle": "NumpyArrayWrapper",
      numpy: "chararray matrix poly1d recarray record",
      "numpy.core.defchararray": "chararray",
      "numpy.core.records": "recarray record",
      "numpy.dtypes": `BoolDType ByteDType BytesDType CLongDoubleDType Complex128DType Complex64DType DateTime64DType Float16DType
        Float32DType Float64DType Int16DType Int32DType Int64DType Int8DType IntDType LongDType LongDoubleDType LongLongDType ObjectDType
        ShortDType StrDType StringDType TimeDelta64DType UByteDType UInt16DType UInt32DType UInt64DType UInt8DType UIntDType ULongDType
        ULongLongDType UShortDType VoidDType`,
      "numpy.lib.polynomial": "poly1d",
      "numpy.ma": "MaskedArray MaskedConstant mvoid",
      "numpy.ma.core": "MaskedArray MaskedConstant mvoid",
      "numpy.ma.mrecords": "MaskedRecords",
      "numpy.matrixlib.defmatrix": "matrix",
      "numpy.polynomial.chebyshev": "Chebyshev",
      "numpy.polynomial.hermite": "Hermite",
      "numpy.polynomial.hermite_e": "HermiteE",
      "numpy.polynomial.laguerre": "Laguerre",
      "numpy.polynomial.legendre": "Legendre",
      "numpy.polynomial.polynomial": "Polynomial",
      "numpy.random._generator": "Generator",
      "numpy.random._mt19937": "MT19937",
      "numpy.random._pcg64": "PCG64 PCG64DXSM",
      "numpy.random._philox": "Philox",
      "numpy.random._sfc64": "SFC64",
      "numpy.random.bit_generator": "SeedSequence",
      "numpy.random.mtrand": "RandomState"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: an import of it is harmless",
    names: {
      numpy: `abs absolute add amax amin arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin array asarray
        bitwise_and bitwise_not bitwise_or bitwise_xor cbrt ceil concatenate conj conjugate copysign cos cosh deg2rad degrees divide
        divmod empty equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside
        hypot invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2
        logical_and logical_not logical_or logical_xor matmul max maximum mean median min minimum mod modf multiply nanmean nanmedian
        negative nextafter not_equal ones percentile positive power rad2deg radians reciprocal remainder right_shift rint sign signbit sin
        sinh spacing sqrt square std subtract sum tan tanh true_divide trunc zeros`,
      "numpy.core._multiarray_umath": `abs absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_not
        bitwise_or bitwise_xor cbrt ceil conj conjugate copysign cos cosh deg2rad degrees divide divmod equal exp exp2 expm1 fabs
        float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot invert isfinite isinf isnan isnat
        lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor
        matmul maximum minimum mod modf multiply negative nextafter not_equal positive power rad2deg radians reciprocal remainder
        right_shift rint sign signbit sin sinh spacing sqrt square subtract tan tanh true_divide trunc`
    }
  },
  {
    use: "no-cache",
    reason: "cache of joblib without a folder: it only forwards calls",
    names: { "joblib.memory": "Memory" }
  },
  {
    use: "sibling-file",
    reason: "old array wrapper: joblib reads the sibling file that it names",
    names: {
      "joblib.numpy_pickle": "NDArrayWrapper ZNDArrayWrapper",
      "joblib.numpy_pickle_compat": "NDArrayWrapper ZNDArrayWrapper"
    }
  },
  {
    use: "first-is-class",
    reason: "array constructor: allocates an array of its class argument",
    names: {
      "numpy.core._internal": "_reconstruct",
      "numpy.core.multiarray": "_reconstruct"
    }
  },
  {
    use: "numpy-scalar",
    reason: "scalar constructor: reads one value from bytes",
    names: { "numpy.core.multiarray": "scalar" }
  },
  {
    use: "ufunc",
    reason: "imports a ufunc by module and name",
    names: { "numpy.core": "_ufunc_reconstruct" }
  },
  {
    use: "masked-array",
    reason: "masked array constructor: allocates an array of its class arguments",
    names: {
      "numpy.ma.core": "_mareconstruct",
      "numpy.ma.mrecords": "_mrreconstruct"
    }
  },
  {
    use: "bit-generator",
    reason: "builds a bit generator of NumPy by name",
    names: { "numpy.random._pickle": "__bit_generator_ctor" }
  },
  {
    use: "random-state",
    reason: "random generator: calls a constructor of bit generators, its argument",
    names: { "numpy.random._pickle": "__generator_ctor __randomstate_ctor" }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds an instance of its argument without `__init__`",
    names: { "numpy.random.bit_generator": "__pyx_unpickle_SeedSequence" }
  },
  {
    use: "class",
    reason: "limits of a type, or a named tuple of arrays",
    names: {
      numpy: "finfo iinfo",
      "numpy.linalg._linalg": "EigResult EighResult QRResult SVDResult SlogdetResult"
    }
  },
  {
    use: "call",
    reason: "exception: keeps its arguments",
    names: {
      "numpy.linalg": "LinAlgError"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: an import is harmless; none calls an argument, reads a file or changes a setting",
    names: {
      numpy: `all allclose angle any append argpartition argsort argwhere around array_equal array_equiv array_split asanyarray
        asarray_chkfinite ascontiguousarray asfortranarray asmatrix astype atleast_1d atleast_2d atleast_3d average bartlett base_repr
        binary_repr bincount bitwise_count blackman block bmat broadcast_arrays broadcast_shapes broadcast_to busday_count busday_offset
        can_cast choose clip column_stack common_type compress convolve copy copyto corrcoef correlate count_nonzero cov cross cumprod
        cumsum cumulative_prod cumulative_sum datetime_as_string datetime_data delete diag diag_indices diag_indices_from diagflat
        diagonal diff digitize dot dsplit dstack ediff1d einsum einsum_path empty_like expand_dims extract eye fill_diagonal fix
        flatnonzero flip fliplr flipud format_float_positional format_float_scientific frombuffer fromiter fromstring full full_like
        geomspace gradient hamming hanning histogram histogram2d histogram_bin_edges histogramdd hsplit hstack i0 identity imag indices
        inner insert interp intersect1d is_busday isclose iscomplex iscomplexobj isdtype isfortran isin isneginf isposinf isreal isrealobj
        isscalar issubdtype ix_ kaiser kron lexsort logspace matrix_transpose matvec may_share_memory meshgrid
        min_scalar_type mintypecode moveaxis nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmin nanpercentile nanprod
        nanquantile nanstd nansum nanvar ndim nonzero ones_like outer packbits partition place poly polyadd polyder polydiv polyfit
        polyint polymul polysub polyval prod promote_types ptp put put_along_axis putmask quantile ravel ravel_multi_index real
        real_if_close repeat reshape resize result_type roll rollaxis roots rot90 round row_stack searchsorted select setdiff1d setxor1d
        shape shares_memory sinc size sort sort_complex split squeeze stack swapaxes take take_along_axis tensordot tile trace transpose
        trapezoid tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from typename union1d unique
        unique_all unique_counts unique_inverse unique_values unpackbits unravel_index unstack unwrap vander var vdot vecdot vecmat vsplit
        vstack where zeros_like`,
      "numpy.fft": `fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq rfftn`,
      "numpy.linalg": `cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm matrix_power matrix_rank matrix_transpose
        multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm`
    }
  },
  {
    use: "vectorized",
    reason: "vectorized function: keeps the function in its state for a later call",
    names: {
      numpy: "vectorize"
    }
  }
];
// src/python/known/other.ts
var other = {
  packages: `accelerate alignment astropy axolotl babel Bio cloudpickle dateutil deepspeed detectron2 dill dnnlib fairseq fastai FlagEmbedding flair gensim h4 lightning llava megatron models networkx nltk omegaconf open_r1 PIL pyannote pytz sentence_transformers simpletransformers skimage skorch sparse stable_baselines3 statsmodels swift sympy thinc tokenizers transformer_engine transformers trl TTS ultralytics umap xarray`,
  groups: [
    {
      use: "call",
      reason: "value object: keeps its arguments",
      names: `
        cloudpickle.cloudpickle: _make_dict_keys _make_dict_values
        dateutil.tz.tz: tzoffset
        nltk.probability: ConditionalFreqDist FreqDist
        pytz: FixedOffset _FixedOffset _UTC _p
        stable_baselines3.common.type_aliases: TrainFrequencyUnit
        stable_baselines3.her.goal_selection_strategy: GoalSelectionStrategy
        ultralytics.utils: IterableSimpleNamespace`
    },
    {
      use: "call",
      reason: "compiled state-space object: takes arrays only",
      names: `
        statsmodels.tsa.statespace._initialization: dInitialization zInitialization
        statsmodels.tsa.statespace._kalman_filter: dKalmanFilter zKalmanFilter
        statsmodels.tsa.statespace._kalman_smoother: dKalmanSmoother
        statsmodels.tsa.statespace._representation: dStatespace zStatespace`
    },
    {
      use: "class",
      reason: "class with a plain state, seen in published models",
      names: `
        Bio.Seq: Seq
        Bio.SeqRecord: SeqRecord _RestrictedDict
        FlagEmbedding.baai_general_embedding.finetune.arguments: RetrieverTrainingArguments
        PIL.Image: Image
        TTS.utils.radam: RAdam
        accelerate.state: PartialState
        accelerate.utils.deepspeed: HfDeepSpeedConfig
        alignment.configs: DPOConfig SFTConfig
        astropy.coordinates.angles: Angle Latitude Longitude
        astropy.coordinates.builtin_frames.icrs: ICRS
        astropy.coordinates.earth: BaseGeodeticRepresentation GRS80GeodeticRepresentation WGS72GeodeticRepresentation
          WGS84GeodeticRepresentation
        astropy.coordinates.representation: CartesianDifferential CartesianRepresentation CylindricalDifferential
          CylindricalRepresentation PhysicsSphericalDifferential PhysicsSphericalRepresentation RadialDifferential RadialRepresentation
          SphericalCosLatDifferential SphericalDifferential SphericalRepresentation UnitSphericalCosLatDifferential
          UnitSphericalDifferential UnitSphericalRepresentation
        astropy.coordinates.sky_coordinate: SkyCoord
        astropy.modeling.functional_models: Gaussian1D
        astropy.modeling.parameters: Parameter
        astropy.table.column: Column
        astropy.table.table: Table
        astropy.time.core: Time
        astropy.time.formats: TimeISO
        astropy.units.core: CompositeUnit IrreducibleUnit PrefixUnit Unit
        astropy.units.quantity: Quantity
        axolotl.core.trainer_builder: AxolotlTrainingArguments
        babel.dates: DateTimePattern
        babel.numbers: NumberPattern
        babel.plural: PluralRule
        dateutil._common: weekday
        dateutil.relativedelta: relativedelta
        dateutil.tz.tz: _ttinfo tzlocal tzrange tzstr tzutc
        deepspeed.runtime.fp16.loss_scaler: DynamicLossScaler LossScaler
        deepspeed.utils.tensor_fragment: fragment_address
        detectron2.structures.boxes: Boxes
        dnnlib.util: EasyDict
        fairseq.data.dictionary: Dictionary
        fairseq.dataclass.configs: FairseqConfig
        fastai.learner: Learner
        flair.data: Dictionary
        flair.embeddings: FlairEmbeddings StackedEmbeddings
        flair.embeddings.token: CharacterEmbeddings FlairEmbeddings StackedEmbeddings TransformerWordEmbeddings WordEmbeddings
        flair.models.language_model: LanguageModel
        flair.models.prefixed_tagger: EntityTypeTaskPromptAugmentationStrategy
        flair.optim: LinearSchedulerWithWarmup
        flair.trainers.plugins.functional.linear_scheduler: LinearSchedulerPlugin
        flair.trainers.plugins.loggers.tensorboard: TensorboardLogger
        flair.training_utils: AnnealOnPlateau
        gensim.corpora.dictionary: Dictionary
        gensim.models.doc2vec: Doc2Vec
        gensim.models.fasttext: FastText FastTextKeyedVectors
        gensim.models.keyedvectors: KeyedVectors Vocab Word2VecKeyedVectors
        gensim.models.ldamodel: LdaModel LdaState
        gensim.models.lsimodel: LsiModel Projection
        gensim.models.phrases: Phrases
        gensim.models.tfidfmodel: TfidfModel
        gensim.models.word2vec: Word2Vec
        h4.training.config: DPOTrainingArguments TrainingArguments
        lightning.pytorch.callbacks.early_stopping: EarlyStopping
        lightning.pytorch.callbacks.model_checkpoint: ModelCheckpoint
        lightning.pytorch.utilities.parsing: AttributeDict
        llava.train.train: TrainingArguments
        llava.train.train_dpo_ori: TrainingArguments
        megatron.core.optimizer: OptimizerConfig
        megatron.core.rerun_state_machine: RerunDiagnostic
        models.common: Bottleneck BottleneckCSP C3 C3TR Concat Conv DWConv Focus SPP SPPF
        models.yolo: BaseModel Detect DetectionModel Model Segment SegmentationModel
        networkx.classes.coreviews: AdjacencyView
        networkx.classes.digraph: DiGraph
        networkx.classes.graph: Graph
        networkx.classes.reportviews: NodeView
        nltk.classify.maxent: BinaryMaxentFeatureEncoding MaxentClassifier
        nltk.classify.naivebayes: NaiveBayesClassifier
        nltk.grammar: CFG Nonterminal Production
        nltk.probability: ELEProbDist
        nltk.tag.perceptron: AveragedPerceptron
        nltk.tag.sequential: DefaultTagger TrigramTagger UnigramTagger
        nltk.tokenize.punkt: PunktLanguageVars PunktParameters PunktSentenceTokenizer PunktToken
        nltk.tree.tree: Tree
        omegaconf.base: ContainerMetadata Metadata
        omegaconf.dictconfig: DictConfig
        omegaconf.listconfig: ListConfig
        omegaconf.nodes: AnyNode BooleanNode EnumNode FloatNode IntegerNode StringNode UntypedNode
        open_r1.configs: GRPOConfig SFTConfig
        pyannote.audio.core.model: Introspection
        pyannote.audio.core.task: Specifications
        pytz.tzinfo: DstTzInfo StaticTzInfo
        sentence_transformers.SentenceTransformer: SentenceTransformer
        sentence_transformers.models.Pooling: Pooling
        sentence_transformers.models.Transformer: Transformer
        sentence_transformers.training_args: SentenceTransformerTrainingArguments
        simpletransformers.config.model_args: ClassificationArgs GenerationArgs LanguageModelingArgs MultiLabelClassificationArgs NERArgs
          QuestionAnsweringArgs RetrievalArgs Seq2SeqArgs T5Args
        skimage.transform._geometric: AffineTransform ProjectiveTransform
        skorch.callbacks.logging: EpochTimer PrintLog
        skorch.callbacks.scoring: EpochScoring PassthroughScoring
        skorch.dataset: Dataset ValidSplit
        skorch.history: History
        sparse._coo.core: COO
        stable_baselines3.common.buffers: DictReplayBuffer DictRolloutBuffer NStepReplayBuffer RolloutBuffer
        stable_baselines3.common.noise: NormalActionNoise OrnsteinUhlenbeckActionNoise VectorizedActionNoise
        stable_baselines3.common.policies: ActorCriticCnnPolicy ActorCriticPolicy MultiInputActorCriticPolicy
        stable_baselines3.common.torch_layers: CombinedExtractor FlattenExtractor NatureCNN
        stable_baselines3.common.type_aliases: TrainFreq
        stable_baselines3.common.utils: ConstantSchedule FloatSchedule LinearSchedule
        stable_baselines3.dqn.policies: CnnPolicy DQNPolicy MultiInputPolicy
        stable_baselines3.sac.policies: CnnPolicy MultiInputPolicy SACPolicy
        stable_baselines3.td3.policies: CnnPolicy MultiInputPolicy TD3Policy
        statsmodels.base.model: LikelihoodModelResults
        statsmodels.discrete.discrete_model: BinaryResultsWrapper Logit LogitResults
        statsmodels.genmod.families.family: Binomial
        statsmodels.genmod.families.links: Logit
        statsmodels.genmod.families.varfuncs: Binomial
        statsmodels.genmod.generalized_linear_model: GLM GLMResults GLMResultsWrapper
        statsmodels.regression.linear_model: OLS OLSResults RegressionResultsWrapper
        statsmodels.tools.decorators: ResettableCache
        statsmodels.tools.tools: Bunch
        statsmodels.tsa.arima.model: ARIMA ARIMAResults ARIMAResultsWrapper
        statsmodels.tsa.arima.params: SARIMAXParams
        statsmodels.tsa.arima.specification: SARIMAXSpecification
        statsmodels.tsa.base.tsa_model: TimeSeriesModel
        statsmodels.tsa.holtwinters.model: ExponentialSmoothing
        statsmodels.tsa.holtwinters.results: HoltWintersResults HoltWintersResultsWrapper
        statsmodels.tsa.statespace._initialization: cInitialization sInitialization
        statsmodels.tsa.statespace._kalman_filter: cKalmanFilter sKalmanFilter
        statsmodels.tsa.statespace._kalman_smoother: cKalmanSmoother sKalmanSmoother zKalmanSmoother
        statsmodels.tsa.statespace._representation: cStatespace sStatespace
        statsmodels.tsa.statespace._simulation_smoother: cSimulationSmoother dSimulationSmoother sSimulationSmoother zSimulationSmoother
        statsmodels.tsa.statespace.initialization: Initialization
        statsmodels.tsa.statespace.kalman_smoother: SmootherResults
        statsmodels.tsa.statespace.sarimax: SARIMAX SARIMAXResults SARIMAXResultsWrapper
        statsmodels.tsa.statespace.simulation_smoother: SimulationSmoothResults SimulationSmoother
        swift.trainers.rlhf_arguments: DPOConfig
        sympy.core.add: Add
        sympy.core.numbers: Integer
        sympy.core.power: Pow
        sympy.core.symbol: Symbol
        sympy.functions.elementary.trigonometric: sin
        thinc.config: Config
        tokenizers: AddedToken Tokenizer
        tokenizers.models: Model
        transformer_engine.common.recipe: DelayedScaling Float8BlockScaling Float8CurrentScaling Format MMParams MXFP8BlockScaling
          NVFP4BlockScaling _FormatHelper
        transformers.deepspeed: HfDeepSpeedConfig HfTrainerDeepSpeedConfig
        transformers.integrations.deepspeed: HfDeepSpeedConfig HfTrainerDeepSpeedConfig
        transformers.models.bert.tokenization_bert_fast: BertTokenizerFast
        transformers.trainer_pt_utils: AcceleratorConfig
        transformers.training_args: TrainingArguments
        transformers.training_args_seq2seq: Seq2SeqTrainingArguments
        trl.trainer.grpo_config: GRPOConfig
        trl.trainer.kto_config: KTOConfig
        trl.trainer.ppov2_config: PPOv2Config
        trl.trainer.sft_config: SFTConfig
        ultralytics.nn.modules: Bottleneck C2f Concat Conv DFL Detect Proto SPPF Segment
        ultralytics.nn.modules.batchnorm: BatchNorm2d
        ultralytics.nn.modules.block: AConv ADown Attention BNContrastiveHead Bottleneck BottleneckCSP C1 C2 C2PSA C2f C2fAttn C2fCIB C3
          C3Ghost C3TR C3k C3k2 C3x CBFuse CBLinear CIB ContrastiveHead DFL ELAN1 GhostBottleneck HGBlock HGStem ImagePoolingAttn
          MaxSigmoidAttnBlock PSA PSABlock Proto RepC3 RepConv RepNCSPELAN4 RepVGGDW ResNetBlock ResNetLayer SCDown SPP SPPELAN SPPF
        ultralytics.nn.modules.conv: CBAM ChannelAttention Concat Conv Conv2 ConvTranspose DWConv DWConvTranspose2d Focus GhostConv
          LightConv RepConv SpatialAttention
        ultralytics.nn.modules.head: Classify Detect OBB Pose RTDETRDecoder Segment WorldDetect v10Detect
        ultralytics.nn.tasks: ClassificationModel DetectionModel OBBModel PoseModel RTDETRDetectionModel SegmentationModel WorldModel
          YOLOv10DetectionModel
        ultralytics.utils.loss: BboxLoss DFLoss E2EDetectLoss KeypointLoss v10DetectLoss v8DetectionLoss v8PoseLoss v8SegmentationLoss
        ultralytics.utils.tal: TaskAlignedAssigner
        umap.umap_: UMAP
        xarray.core.dataarray: DataArray
        xarray.core.dataset: Dataset
        xarray.core.variable: Variable`
    },
    {
      use: "class",
      reason: "settings: a data class with a plain state",
      names: `
        accelerate.utils.dataclasses: DeepSpeedPlugin`
    },
    {
      use: "class",
      reason: "network wrapper: torch loads the tensors in its state",
      names: `
        skorch.classifier: NeuralNetBinaryClassifier NeuralNetClassifier
        skorch.net: NeuralNet
        skorch.regressor: NeuralNetRegressor`
    },
    {
      use: "reference",
      reason: "function: an import of it is harmless",
      names: `
        gensim.models.phrases: original_scorer
        gensim.models.tfidfmodel: df2idf
        gensim.utils: call_on_class_only identity
        omegaconf.omegaconf: OmegaConf
        skorch.setter: optimizer_setter
        skorch.utils: _indexing_other to_numpy
        ultralytics.nn.modules.head: Detect.forward`
    },
    {
      use: "member",
      reason: "enumeration: a call with one literal returns a member",
      names: `
        accelerate.utils.dataclasses: DistributedType
        deepspeed.runtime.zero.config: ZeroStageEnum
        megatron.core.enums: ModelType
        megatron.core.rerun_state_machine: RerunMode RerunState
        megatron.core.transformer.enums: AttnBackend CudaGraphScope
        pyannote.audio.core.task: Problem Resolution
        sentence_transformers.training_args: BatchSamplers MultiDatasetBatchSamplers
        transformers.trainer_utils: EvaluationStrategy FSDPOption HubStrategy IntervalStrategy SaveStrategy SchedulerType ShardedDDPOption
        transformers.training_args: OptimizerNames
        trl.trainer.dpo_config: FDivergenceType`
    },
    {
      use: "irreducible-unit",
      reason: "looks up a unit, or calls its argument, a class of units",
      names: `
        astropy.units.core: _recreate_irreducible_unit`
    },
    {
      use: "remade-array",
      reason: "dill\u2019s array constructor: calls an array constructor, its argument",
      names: `
        dill._dill: _create_array`
    },
    {
      use: "dill-type",
      reason: "dill\u2019s table of builtin types",
      names: `
        dill._dill: _load_type`
    },
    {
      use: "class",
      reason: "time zone of dateutil 4, which its own function restores; a call would read a file",
      names: `
        dateutil.tz._tzfile: tzfile`
    },
    {
      use: "first-is-class",
      reason: "restores a time zone of dateutil 4 from transitions in the file",
      names: `
        dateutil.tz._tzfile: _unpickle`
    },
    {
      use: "time-zone-file",
      reason: "time zone: reads a file unless the first argument is None",
      names: `
        dateutil.tz.tz: tzfile`
    }
  ]
};
// src/python/known/pandas.ts
var pandas = [
  {
    use: "call",
    reason: "builds a value or a block of arrays: no user code",
    names: {
      pandas: `ArrowDtype BooleanDtype CategoricalDtype DateOffset DatetimeTZDtype Float32Dtype Float64Dtype Int16Dtype Int32Dtype Int64Dtype Int8Dtype Interval
        IntervalDtype NA Period PeriodDtype SparseDtype StringDtype Timedelta Timestamp UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype`,
      "pandas.core.internals.managers": "BlockManager",
      "pandas._libs.internals": "_unpickle_block",
      "pandas._libs.interval": "Interval",
      "pandas._libs.missing": "NA",
      "pandas._libs.sparse": "IntIndex",
      "pandas._libs.tslibs.nattype": "__nat_unpickle _nat_unpickle",
      // Offsets are built from a count and flags.
      "pandas._libs.tslibs.offsets": `BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd DateOffset Day Hour Micro Milli Minute MonthBegin
        MonthEnd Nano QuarterBegin QuarterEnd Second SemiMonthBegin SemiMonthEnd Week YearBegin YearEnd`,
      "pandas._libs.tslibs.period": "Period",
      "pandas._libs.tslibs.timedeltas": "_timedelta_unpickle",
      "pandas._libs.tslibs.timestamps": "_unpickle_timestamp",
      "pandas.core.dtypes.dtypes": "PeriodDtype",
      "pandas.core.internals.blocks": "new_block new_block_2d"
    }
  },
  {
    use: "class",
    reason: "pandas object: state is arrays and indexes",
    names: {
      // pandas 3 writes the public names.
      pandas: "Categorical CategoricalIndex DataFrame DatetimeIndex Flags Index IntervalIndex MultiIndex PeriodIndex RangeIndex Series TimedeltaIndex",
      "pandas.arrays": `ArrowExtensionArray ArrowStringArray BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray NumpyExtensionArray
        PeriodArray SparseArray StringArray TimedeltaArray`,
      "pandas._libs.arrays": "NDArrayBacked",
      "pandas._libs.internals": "BlockManager BlockPlacement",
      "pandas.core.arrays.boolean": "BooleanArray BooleanDtype",
      "pandas.core.arrays.categorical": "Categorical",
      "pandas.core.arrays.datetimes": "DatetimeArray",
      "pandas.core.arrays.floating": "Float64Dtype FloatingArray",
      "pandas.core.arrays.integer": "Int64Dtype IntegerArray",
      "pandas.core.arrays.numpy_": "NumpyExtensionArray",
      "pandas.core.arrays.period": "PeriodArray",
      "pandas.core.arrays.sparse.array": "SparseArray",
      "pandas.core.arrays.sparse.dtype": "SparseDtype",
      "pandas.core.arrays.string_": "StringArray",
      "pandas.core.arrays.string_arrow": "ArrowStringArray",
      "pandas.core.arrays.timedeltas": "TimedeltaArray",
      "pandas.core.dtypes.dtypes": "ArrowDtype CategoricalDtype DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype",
      "pandas.core.frame": "DataFrame",
      "pandas.core.indexes.base": "Index",
      "pandas.core.indexes.category": "CategoricalIndex",
      "pandas.core.indexes.datetimes": "DatetimeIndex",
      "pandas.core.indexes.frozen": "FrozenList",
      "pandas.core.indexes.interval": "IntervalIndex",
      "pandas.core.indexes.multi": "MultiIndex",
      "pandas.core.indexes.numeric": "Float64Index Int64Index UInt64Index",
      "pandas.core.indexes.period": "PeriodIndex",
      "pandas.core.indexes.range": "RangeIndex",
      "pandas.core.indexes.timedeltas": "TimedeltaIndex",
      "pandas.core.internals.blocks": "CategoricalBlock DatetimeTZBlock ExtensionBlock NumericBlock ObjectBlock",
      "pandas.core.internals.managers": "SingleBlockManager",
      "pandas.core.series": "Series"
    }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds an instance of its argument without `__init__`",
    names: {
      "pandas._libs.arrays": "__pyx_unpickle_NDArrayBacked",
      "pandas._libs.interval": "__pyx_unpickle_IntervalMixin"
    }
  },
  {
    use: "index",
    reason: "builds an instance of its argument, an index class",
    names: {
      "pandas.core.indexes.base": "_new_Index",
      "pandas.core.indexes.datetimes": "_new_DatetimeIndex",
      "pandas.core.indexes.interval": "_new_IntervalIndex",
      "pandas.core.indexes.period": "_new_PeriodIndex",
      "pandas.core.indexes.timedeltas": "_new_TimedeltaIndex"
    }
  },
  {
    use: "call",
    reason: "offset or type built from numbers, flags and text",
    names: {
      "pandas._libs.tslibs.offsets": `BHalfYearBegin BHalfYearEnd BQuarterBegin BQuarterEnd BYearBegin BYearEnd Easter FY5253 FY5253Quarter HalfYearBegin HalfYearEnd
        LastWeekOfMonth WeekOfMonth`,
      "pandas.core.arrays.string_": "StringDtype"
    }
  },
  {
    use: "custom-offset",
    reason: "offset of a business calendar: reads the holidays of its calendar argument",
    names: {
      "pandas._libs.tslibs.offsets": "CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd"
    }
  },
  {
    use: "class",
    reason: "pandas object: state is arrays and indexes, under the names of pandas 1 and 2",
    names: {
      "pandas.core.arrays.arrow.array": "ArrowExtensionArray",
      "pandas.core.arrays.floating": "Float32Dtype",
      "pandas.core.arrays.integer": "Int16Dtype Int32Dtype Int8Dtype UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype",
      "pandas.core.arrays.interval": "IntervalArray",
      "pandas.core.dtypes.dtypes": "SparseDtype"
    }
  },
  {
    use: "class",
    reason: "pandas grouper or window: state is a frame, keys and numbers; `__getattr__` returns a column",
    names: {
      // pandas 3 writes the public names.
      pandas: "Grouper",
      "pandas.api.typing": `DataFrameGroupBy DatetimeIndexResampler Expanding ExponentialMovingWindow Rolling SeriesGroupBy TimeGrouper
        Window`,
      "pandas._config.config": "DictWrapper",
      "pandas.core.groupby.generic": "DataFrameGroupBy SeriesGroupBy",
      "pandas.core.groupby.grouper": "Grouper Grouping",
      "pandas.core.groupby.ops": "BaseGrouper BinGrouper",
      "pandas.core.resample": "DatetimeIndexResampler TimeGrouper",
      "pandas.core.strings.accessor": "StringMethods",
      "pandas.core.window.ewm": "ExponentialMovingWindow",
      "pandas.core.window.expanding": "Expanding",
      "pandas.core.window.rolling": "Rolling Window"
    }
  },
  {
    use: "call",
    reason: "exception or date: keeps its arguments",
    names: { "pandas.errors": "ParserError", "pandas._libs.tslibs.timestamps": "Timestamp" }
  },
  {
    use: "reference",
    reason: "function of columns: an import of it is harmless",
    names: {
      pandas: "concat cut get_dummies isna qcut to_datetime to_numeric"
    }
  }
];
// src/python/known/preparing.ts
var preparing = {
  packages: "category_encoders feature_engine hyperopt imblearn mlxtend optuna skopt",
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        category_encoders._contrasts: Diff Helmert Poly Sum
        category_encoders.backward_difference: BackwardDifferenceEncoder
        category_encoders.base_contrast_encoder: BaseContrastEncoder
        category_encoders.basen: BaseNEncoder
        category_encoders.binary: BinaryEncoder
        category_encoders.cat_boost: CatBoostEncoder
        category_encoders.count: CountEncoder
        category_encoders.count_target: CountTargetEncoder
        category_encoders.glmm: GLMMEncoder
        category_encoders.gray: GrayEncoder
        category_encoders.hashing: HashingEncoder
        category_encoders.helmert: HelmertEncoder
        category_encoders.james_stein: JamesSteinEncoder
        category_encoders.leave_one_out: LeaveOneOutEncoder
        category_encoders.m_estimate: MEstimateEncoder
        category_encoders.multi_hot: MultiHotEncoder
        category_encoders.one_hot: OneHotEncoder
        category_encoders.ordinal: OrdinalEncoder
        category_encoders.polynomial: PolynomialEncoder
        category_encoders.quantile_encoder: QuantileEncoder SummaryEncoder
        category_encoders.rankhot: RankHotEncoder
        category_encoders.sum_coding: SumEncoder
        category_encoders.target_encoder: TargetEncoder
        category_encoders.woe: WOEEncoder
        category_encoders.wrapper: NestedCVWrapper PolynomialWrapper
        feature_engine._base_transformers.base_numerical: BaseNumericalTransformer
        feature_engine._base_transformers.mixins: FitFromDictMixin GetFeatureNamesOutMixin TransformXyMixin
        feature_engine._prediction.base_predictor: BaseTargetMeanEstimator
        feature_engine._prediction.target_mean_classifier: TargetMeanClassifier
        feature_engine._prediction.target_mean_regressor: TargetMeanRegressor
        feature_engine.creation.base_creation: BaseCreation
        feature_engine.creation.cyclical_features: CyclicalFeatures
        feature_engine.creation.decision_tree_features: DecisionTreeFeatures
        feature_engine.creation.geo_features: GeoDistanceFeatures
        feature_engine.creation.math_features: MathFeatures
        feature_engine.creation.relative_features: RelativeFeatures
        feature_engine.datetime.datetime: DatetimeFeatures
        feature_engine.datetime.datetime_ordinal: DatetimeOrdinal
        feature_engine.datetime.datetime_subtraction: DatetimeSubtraction
        feature_engine.discretisation.arbitrary: ArbitraryDiscretiser
        feature_engine.discretisation.base_discretiser: BaseDiscretiser
        feature_engine.discretisation.decision_tree: DecisionTreeDiscretiser
        feature_engine.discretisation.equal_frequency: EqualFrequencyDiscretiser
        feature_engine.discretisation.equal_width: EqualWidthDiscretiser
        feature_engine.discretisation.geometric_width: GeometricWidthDiscretiser
        feature_engine.encoding.base_encoder: CategoricalInitMixin CategoricalInitMixinNA CategoricalMethodsMixin
        feature_engine.encoding.count_frequency: CountFrequencyEncoder
        feature_engine.encoding.decision_tree: DecisionTreeEncoder
        feature_engine.encoding.mean_encoding: MeanEncoder
        feature_engine.encoding.one_hot: OneHotEncoder
        feature_engine.encoding.ordinal: OrdinalEncoder
        feature_engine.encoding.rare_label: RareLabelEncoder
        feature_engine.encoding.similarity_encoder: StringSimilarityEncoder
        feature_engine.encoding.woe: WoE WoEEncoder
        feature_engine.imputation.arbitrary_number: ArbitraryNumberImputer
        feature_engine.imputation.categorical: CategoricalImputer
        feature_engine.imputation.drop_missing_data: DropMissingData
        feature_engine.imputation.end_tail: EndTailImputer
        feature_engine.imputation.mean_median: MeanMedianImputer
        feature_engine.imputation.missing_indicator: AddMissingIndicator
        feature_engine.imputation.random_sample: RandomSampleImputer
        feature_engine.outliers.artbitrary: ArbitraryOutlierCapper
        feature_engine.outliers.base_outlier: BaseOutlier WinsorizerBase
        feature_engine.outliers.trimmer: OutlierTrimmer
        feature_engine.outliers.winsorizer: Winsorizer
        feature_engine.pipeline.pipeline: Pipeline
        feature_engine.preprocessing.match_categories: MatchCategories
        feature_engine.preprocessing.match_columns: MatchVariables
        feature_engine.scaling.mean_normalization: MeanNormalizationScaler
        feature_engine.selection.base_recursive_selector: BaseRecursiveSelector
        feature_engine.selection.base_selector: BaseSelector
        feature_engine.selection.drop_constant_features: DropConstantFeatures
        feature_engine.selection.drop_correlated_features: DropCorrelatedFeatures
        feature_engine.selection.drop_duplicate_features: DropDuplicateFeatures
        feature_engine.selection.drop_features: DropFeatures
        feature_engine.selection.drop_psi_features: DropHighPSIFeatures
        feature_engine.selection.information_value: SelectByInformationValue
        feature_engine.selection.mrmr: MRMR
        feature_engine.selection.probe_feature_selection: ProbeFeatureSelection
        feature_engine.selection.recursive_feature_addition: RecursiveFeatureAddition
        feature_engine.selection.recursive_feature_elimination: RecursiveFeatureElimination
        feature_engine.selection.shuffle_features: SelectByShuffling
        feature_engine.selection.single_feature_performance: SelectBySingleFeaturePerformance
        feature_engine.selection.smart_correlation_selection: SmartCorrelatedSelection
        feature_engine.selection.target_mean_selection: SelectByTargetMeanPerformance
        feature_engine.text.text_features: TextFeatures
        feature_engine.timeseries.forecasting.base_forecast_transformers: BaseForecastTransformer
        feature_engine.timeseries.forecasting.expanding_window_features: ExpandingWindowFeatures
        feature_engine.timeseries.forecasting.lag_features: LagFeatures
        feature_engine.timeseries.forecasting.window_features: WindowFeatures
        feature_engine.transformation.arcsin: ArcsinTransformer
        feature_engine.transformation.arcsinh: ArcSinhTransformer
        feature_engine.transformation.boxcox: BoxCoxTransformer
        feature_engine.transformation.log: LogCpTransformer LogTransformer
        feature_engine.transformation.power: PowerTransformer
        feature_engine.transformation.reciprocal: ReciprocalTransformer
        feature_engine.transformation.yeojohnson: YeoJohnsonTransformer
        feature_engine.wrappers.wrappers: SklearnTransformerWrapper
        hyperopt.base: Trials
        imblearn.base: BaseSampler FunctionSampler SamplerMixin
        imblearn.combine._smote_enn: SMOTEENN
        imblearn.ensemble._bagging: BalancedBaggingClassifier
        imblearn.ensemble._weight_boosting: RUSBoostClassifier
        imblearn.keras._generator: BalancedBatchGenerator
        imblearn.metrics.pairwise: ValueDifferenceMetric
        imblearn.model_selection._split: InstanceHardnessCV
        imblearn.over_sampling._smote.base: BaseSMOTE SMOTEN SMOTENC
        imblearn.over_sampling._smote.cluster: KMeansSMOTE
        imblearn.over_sampling._smote.filter: BorderlineSMOTE SVMSMOTE
        imblearn.over_sampling.base: BaseOverSampler
        imblearn.under_sampling._prototype_generation._cluster_centroids: ClusterCentroids
        imblearn.under_sampling._prototype_selection._condensed_nearest_neighbour: CondensedNearestNeighbour
        imblearn.under_sampling._prototype_selection._edited_nearest_neighbours: AllKNN EditedNearestNeighbours
          RepeatedEditedNearestNeighbours
        imblearn.under_sampling._prototype_selection._instance_hardness_threshold: InstanceHardnessThreshold
        imblearn.under_sampling._prototype_selection._nearmiss: NearMiss
        imblearn.under_sampling._prototype_selection._neighbourhood_cleaning_rule: NeighbourhoodCleaningRule
        imblearn.under_sampling._prototype_selection._one_sided_selection: OneSidedSelection
        imblearn.under_sampling._prototype_selection._tomek_links: TomekLinks
        imblearn.under_sampling.base: BaseCleaningSampler BaseUnderSampler
        mlxtend._base._base_model: _BaseModel
        mlxtend._base._classifier: _Classifier
        mlxtend._base._cluster: _Cluster
        mlxtend._base._iterative_model: _IterativeModel
        mlxtend._base._multiclass: _MultiClass
        mlxtend._base._multilayer: _MultiLayer
        mlxtend._base._regressor: _Regressor
        mlxtend.classifier._base_classification: _BaseStackingClassifier
        mlxtend.classifier.adaline: Adaline
        mlxtend.classifier.ensemble_vote: EnsembleVoteClassifier
        mlxtend.classifier.logistic_regression: LogisticRegression
        mlxtend.classifier.multilayerperceptron: MultiLayerPerceptron
        mlxtend.classifier.oner: OneRClassifier
        mlxtend.classifier.perceptron: Perceptron
        mlxtend.classifier.softmax_regression: SoftmaxRegression
        mlxtend.classifier.stacking_classification: StackingClassifier
        mlxtend.classifier.stacking_cv_classification: StackingCVClassifier
        mlxtend.cluster.kmeans: Kmeans
        mlxtend.evaluate.bootstrap_outofbag: BootstrapOutOfBag
        mlxtend.evaluate.holdout: PredefinedHoldoutSplit RandomHoldoutSplit
        mlxtend.evaluate.time_series: GroupTimeSeriesSplit
        mlxtend.externals.pyprind.prog_class: Prog
        mlxtend.externals.pyprind.progbar: ProgBar
        mlxtend.externals.pyprind.progpercent: ProgPercent
        mlxtend.externals.signature_py27: _empty _void
        mlxtend.feature_extraction.base: _BaseFeatureExtractor
        mlxtend.feature_extraction.linear_discriminant_analysis: LinearDiscriminantAnalysis
        mlxtend.feature_extraction.principal_component_analysis: PrincipalComponentAnalysis
        mlxtend.feature_extraction.rbf_kernel_pca: RBFKernelPCA
        mlxtend.feature_selection.column_selector: ColumnSelector
        mlxtend.feature_selection.exhaustive_feature_selector: ExhaustiveFeatureSelector
        mlxtend.feature_selection.sequential_feature_selector: SequentialFeatureSelector
        mlxtend.frequent_patterns.fpcommon: FPNode FPTree
        mlxtend.frequent_patterns.fpmax: MFITree
        mlxtend.preprocessing.copy_transformer: CopyTransformer
        mlxtend.preprocessing.dense_transformer: DenseTransformer
        mlxtend.preprocessing.mean_centering: MeanCenterer
        mlxtend.preprocessing.transactionencoder: TransactionEncoder
        mlxtend.regressor.linear_regression: LinearRegression
        mlxtend.regressor.stacking_cv_regression: StackingCVRegressor
        mlxtend.regressor.stacking_regression: StackingRegressor
        optuna.pruners._hyperband: HyperbandPruner
        optuna.pruners._median: MedianPruner
        optuna.pruners._nop: NopPruner
        optuna.pruners._successive_halving: SuccessiveHalvingPruner
        optuna.samplers._cmaes: CmaEsSampler
        optuna.samplers._gp.sampler: GPSampler
        optuna.samplers._lazy_random_state: LazyRandomState
        optuna.samplers._qmc: QMCSampler
        optuna.samplers._random: RandomSampler
        optuna.samplers._tpe.parzen_estimator: _ParzenEstimator
        optuna.samplers._tpe.sampler: TPESampler
        optuna.samplers.nsgaii._crossovers._uniform: UniformCrossover
        optuna.samplers.nsgaii._sampler: NSGAIISampler
        optuna.search_space.intersection: IntersectionSearchSpace
        optuna.storages._in_memory: _StudyInfo
        skopt.learning.forest: ExtraTreesRegressor RandomForestRegressor
        skopt.learning.gaussian_process.gpr: GaussianProcessRegressor
        skopt.learning.gbrt: GradientBoostingQuantileRegressor
        skopt.optimizer.optimizer: Optimizer
        skopt.sampler.base: InitialPointGenerator
        skopt.sampler.grid: Grid
        skopt.sampler.halton: Halton
        skopt.sampler.hammersly: Hammersly
        skopt.sampler.lhs: Lhs
        skopt.sampler.sobol: Sobol
        skopt.searchcv: BayesSearchCV
        skopt.space.space: Categorical Dimension Integer Real Space _Ellipsis
        skopt.space.transformers: CategoricalEncoder Identity LabelEncoder LogN Normalize Pipeline StringEncoder Transformer`
    },
    {
      use: "attributes-only-callable",
      reason: "class without hooks: restoring it only sets attributes; it can be called",
      names: `
        feature_engine._docstrings.substitute: Substitution
        optuna.samplers.nsgaii._after_trial_strategy: NSGAIIAfterTrialStrategy
        optuna.samplers.nsgaii._child_generation_strategy: NSGAIIChildGenerationStrategy
        optuna.samplers.nsgaii._elite_population_selection_strategy: NSGAIIElitePopulationSelectionStrategy
        skopt.callbacks: CheckpointSaver DeadlineStopper DeltaXStopper DeltaYStopper EarlyStopper HollowIterationsStopper StdStopper
          ThresholdStopper
        skopt.learning.gaussian_process.kernels: ConstantKernel DotProduct ExpSineSquared Exponentiation HammingKernel Kernel Matern
          Product RBF RationalQuadratic Sum WhiteKernel`
    }
  ]
};
// src/python/known/river-more.ts
var riverMore = {
  use: "attributes-only",
  reason: "online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes",
  names: `
    river.metrics.accuracy: Accuracy
    river.metrics.balanced_accuracy: BalancedAccuracy
    river.metrics.base: BinaryMetric ClassificationMetric ClusteringMetric MeanMetric Metric Metrics MultiClassMetric RegressionMetric
      WrapperMetric
    river.metrics.confusion: ConfusionMatrix
    river.metrics.cross_entropy: CrossEntropy
    river.metrics.fbeta: F1 FBeta MacroF1 MacroFBeta MicroF1 MicroFBeta MultiFBeta WeightedF1 WeightedFBeta
    river.metrics.fowlkes_mallows: FowlkesMallows
    river.metrics.geometric_mean: GeometricMean
    river.metrics.jaccard: Jaccard MacroJaccard MicroJaccard WeightedJaccard
    river.metrics.kappa: CohenKappa
    river.metrics.log_loss: LogLoss
    river.metrics.mae: MAE
    river.metrics.mape: MAPE
    river.metrics.mcc: MCC
    river.metrics.mse: MSE RMSE RMSLE
    river.metrics.multioutput.base: MultiOutputClassificationMetric MultiOutputMetric MultiOutputRegressionMetric
    river.metrics.multioutput.confusion: MultiLabelConfusionMatrix
    river.metrics.multioutput.exact_match: ExactMatch
    river.metrics.multioutput.macro: MacroAverage
    river.metrics.multioutput.micro: MicroAverage
    river.metrics.multioutput.per_output: PerOutput
    river.metrics.multioutput.sample_average: SampleAverage
    river.metrics.mutual_info: AdjustedMutualInfo MutualInfo NormalizedMutualInfo
    river.metrics.precision: MacroPrecision MicroPrecision Precision WeightedPrecision
    river.metrics.r2: R2
    river.metrics.rand: AdjustedRand Rand
    river.metrics.recall: MacroRecall MicroRecall Recall WeightedRecall
    river.metrics.report: ClassificationReport
    river.metrics.roc_auc: ROCAUC
    river.metrics.rolling_pr_auc: RollingPRAUC
    river.metrics.rolling_roc_auc: RollingROCAUC
    river.metrics.silhouette: Silhouette
    river.metrics.smape: SMAPE
    river.metrics.vbeta: Completeness Homogeneity VBeta
    river.misc.sdft: SDFT
    river.misc.skyline: Skyline
    river.misc.zstd_classifier: ZstdClassifier
    river.model_selection.bandit: BanditClassifier BanditModelSection BanditRegressor
    river.model_selection.base: ModelSelectionClassifier ModelSelectionRegressor ModelSelector
    river.model_selection.greedy: GreedyRegressor
    river.model_selection.sh: SuccessiveHalving SuccessiveHalvingClassifier SuccessiveHalvingRegressor
    river.multiclass.occ: OutputCodeClassifier
    river.multiclass.ovo: OneVsOneClassifier
    river.multiclass.ovr: OneVsRestClassifier
    river.multioutput.chain: BaseChain ClassifierChain MonteCarloClassifierChain ProbabilisticClassifierChain RegressorChain
    river.multioutput.encoder: MultiClassEncoder
    river.multioutput.per_output: PerOutputRegressor
    river.multioutput.per_output_classifier: PerOutputClassifier
    river.naive_bayes.base: BaseNB
    river.naive_bayes.bernoulli: BernoulliNB
    river.naive_bayes.complement: ComplementNB
    river.naive_bayes.gaussian: GaussianNB
    river.naive_bayes.multinomial: MultinomialNB
    river.neighbors.ann.swinn: SWINN
    river.neighbors.base: BaseNN
    river.neighbors.knn_classifier: KNNClassifier
    river.neighbors.knn_regressor: KNNRegressor
    river.neighbors.lazy: LazySearch
    river.optim.ada_bound: AdaBound
    river.optim.ada_delta: AdaDelta
    river.optim.ada_grad: AdaGrad
    river.optim.ada_max: AdaMax
    river.optim.adam: Adam
    river.optim.ams_grad: AMSGrad
    river.optim.average: Averager
    river.optim.base: Optimizer Scheduler
    river.optim.ftrl: FTRLProximal
    river.optim.momentum: Momentum
    river.optim.nadam: Nadam
    river.optim.nesterov: NesterovMomentum
    river.optim.newton: Newton
    river.optim.rms_prop: RMSProp
    river.optim.schedulers: Constant InverseScaling Optimal
    river.optim.sgd: SGD
    river.preprocessing.feature_hasher: FeatureHasher
    river.preprocessing.gap_encoder: GapEncoder
    river.preprocessing.impute: Constant PreviousImputer StatImputer
    river.preprocessing.lda: LDA
    river.preprocessing.one_hot: OneHotEncoder
    river.preprocessing.ordinal: OrdinalEncoder
    river.preprocessing.pred_clipper: PredClipper
    river.preprocessing.random_projection: GaussianRandomProjector SparseRandomProjector
    river.preprocessing.scale: AdaptiveStandardScaler Binarizer Normalizer RobustScaler
    river.preprocessing.scale_target: TargetMinMaxScaler TargetStandardScaler
    river.reco.base: Ranker
    river.reco.baseline: Baseline
    river.reco.biased_mf: BiasedMF
    river.reco.funk_mf: FunkMF
    river.reco.normal: RandomNormal
    river.rules.amrules: AMRules AdaptiveRegressor MeanRegressor RegRule
    river.rules.base: HoeffdingRule
    river.sketch.counter: Counter
    river.sketch.heavy_hitters: HeavyHitters
    river.sketch.histogram: Histogram
    river.sketch.n_unique: NUnique
    river.sketch.set: Set
    river.stream.iter_csv: DictReader
    river.stream.tweet_stream: TwitterLiveStream
    river.stream.twitch_chat_stream: ChatMessageItem TwitchChatStream
    river.time_series.base: Forecaster
    river.time_series.holt_winters: HoltWinters
    river.time_series.metrics: ForecastingMetric HorizonAggMetric HorizonMetric
    river.time_series.snarimax: Differencer SNARIMAX
    river.tree.base: Branch Leaf
    river.tree.extremely_fast_decision_tree: ExtremelyFastDecisionTreeClassifier
    river.tree.hoeffding_adaptive_tree_classifier: HoeffdingAdaptiveTreeClassifier
    river.tree.hoeffding_adaptive_tree_regressor: HoeffdingAdaptiveTreeRegressor
    river.tree.hoeffding_tree: HoeffdingTree
    river.tree.hoeffding_tree_classifier: HoeffdingTreeClassifier
    river.tree.hoeffding_tree_regressor: HoeffdingTreeRegressor
    river.tree.isoup_tree_regressor: ISOUPTreeRegressor
    river.tree.last_classifier: LASTClassifier
    river.tree.losses: BinaryCrossEntropyLoss Loss SquaredErrorLoss
    river.tree.mondrian.mondrian_tree: MondrianTree
    river.tree.mondrian.mondrian_tree_classifier: MondrianTreeClassifier
    river.tree.mondrian.mondrian_tree_nodes: MondrianBranch MondrianBranchClassifier MondrianBranchRegressor MondrianLeaf
      MondrianLeafClassifier MondrianLeafRegressor MondrianNode MondrianNodeClassifier MondrianNodeRegressor
    river.tree.mondrian.mondrian_tree_regressor: MondrianTreeRegressor
    river.tree.nodes.arf_htc_nodes: BaseRandomLeaf RandomLeafMajorityClass RandomLeafNaiveBayes RandomLeafNaiveBayesAdaptive
    river.tree.nodes.arf_htr_nodes: RandomLeafAdaptive RandomLeafMean RandomLeafModel
    river.tree.nodes.branch: DTBranch NominalBinaryBranch NominalMultiwayBranch NumericBinaryBranch NumericMultiwayBranch
    river.tree.nodes.efdtc_nodes: BaseEFDTBranch BaseEFDTLeaf EFDTLeafMajorityClass EFDTLeafNaiveBayes EFDTLeafNaiveBayesAdaptive
      EFDTNominalBinaryBranch EFDTNominalMultiwayBranch EFDTNumericBinaryBranch EFDTNumericMultiwayBranch
    river.tree.nodes.et_nodes: ETLeaf ETLeafAdaptive ETLeafMean ETLeafModel
    river.tree.nodes.hatc_nodes: AdaBranchClassifier AdaLeafClassifier AdaNomBinaryBranchClass AdaNomMultiwayBranchClass
      AdaNumBinaryBranchClass AdaNumMultiwayBranchClass
    river.tree.nodes.hatr_nodes: AdaBranchRegressor AdaLeafRegAdaptive AdaLeafRegMean AdaLeafRegModel AdaLeafRegressor
      AdaNomBinaryBranchReg AdaNomMultiwayBranchReg AdaNumBinaryBranchReg AdaNumMultiwayBranchReg
    river.tree.nodes.htc_nodes: LeafMajorityClass LeafNaiveBayes LeafNaiveBayesAdaptive
    river.tree.nodes.htr_nodes: LeafAdaptive LeafMean LeafModel
    river.tree.nodes.isouptr_nodes: LeafAdaptiveMultiTarget LeafMeanMultiTarget LeafModelMultiTarget
    river.tree.nodes.last_nodes: LeafMajorityClassWithDetector LeafNaiveBayesAdaptiveWithDetector LeafNaiveBayesWithDetector
    river.tree.nodes.leaf: HTLeaf
    river.tree.nodes.sgt_nodes: SGTLeaf
    river.tree.padded: PaddedBranch PaddedLeaf
    river.tree.split_criterion.base: SplitCriterion
    river.tree.split_criterion.gini_split_criterion: GiniSplitCriterion
    river.tree.split_criterion.hellinger_distance_criterion: HellingerDistanceCriterion
    river.tree.split_criterion.info_gain_split_criterion: InfoGainSplitCriterion
    river.tree.split_criterion.intra_cluster_variance_reduction_split_criterion: IntraClusterVarianceReductionSplitCriterion
    river.tree.split_criterion.variance_ratio_split_criterion: VarianceRatioSplitCriterion
    river.tree.split_criterion.variance_reduction_split_criterion: VarianceReductionSplitCriterion
    river.tree.splitter.base: Quantizer Splitter
    river.tree.splitter.ebst_splitter: EBSTSplitter
    river.tree.splitter.exhaustive_splitter: ExhaustiveSplitter
    river.tree.splitter.gaussian_splitter: GaussianSplitter
    river.tree.splitter.histogram_splitter: HistogramSplitter
    river.tree.splitter.nominal_splitter_classif: NominalSplitterClassif
    river.tree.splitter.nominal_splitter_reg: NominalSplitterReg
    river.tree.splitter.qo_splitter: FeatureQuantizer QOSplitter
    river.tree.splitter.random_splitter: RandomSplitter RegRandomSplitter
    river.tree.splitter.sgt_quantizer: DynamicQuantizer StaticQuantizer
    river.tree.splitter.tebst_splitter: TEBSTSplitter
    river.tree.stochastic_gradient_tree: SGTClassifier SGTRegressor StochasticGradientTree
    river.tree.utils: GradHessStats`
};
// src/python/known/river.ts
var river = {
  packages: "river",
  groups: [
    {
      use: "attributes-only",
      reason: "online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes",
      names: `
        river.active.base: ActiveLearningClassifier
        river.active.entropy: EntropySampler
        river.anomaly.filter: QuantileFilter ThresholdFilter
        river.anomaly.gaussian: GaussianScorer
        river.anomaly.hst: HalfSpaceTrees
        river.anomaly.loda: LODA
        river.anomaly.lof: LocalOutlierFactor
        river.anomaly.pad: PredictiveAnomalyDetection
        river.anomaly.sad: StandardAbsoluteDeviation
        river.anomaly.svm: OneClassSVM
        river.bandit.base: ContextualPolicy Policy
        river.bandit.bayes_ucb: BayesUCB
        river.bandit.epsilon_greedy: EpsilonGreedy
        river.bandit.exp3: Exp3
        river.bandit.lin_ucb: LinUCBDisjoint
        river.bandit.random: RandomPolicy
        river.bandit.thompson: ThompsonSampling
        river.bandit.ucb: UCB
        river.base.anomaly_detector: AnomalyDetector AnomalyFilter SupervisedAnomalyDetector
        river.base.base: Base
        river.base.classifier: Classifier MiniBatchClassifier
        river.base.clusterer: Clusterer
        river.base.drift_detector: BinaryDriftDetector DriftDetector _BaseDriftDetector
        river.base.ensemble: Ensemble WrapperEnsemble
        river.base.estimator: Estimator
        river.base.multi_output: MultiLabelClassifier MultiTargetRegressor
        river.base.regressor: MiniBatchRegressor Regressor
        river.base.transformer: BaseTransformer MiniBatchSupervisedTransformer MiniBatchTransformer SupervisedTransformer Transformer
        river.base.wrapper: Wrapper
        river.checks: _DummyDataset
        river.cluster.clustream: CluStream
        river.cluster.dbstream: DBSTREAM
        river.cluster.denstream: DenStream
        river.cluster.k_means: KMeans
        river.cluster.odac: ODAC ODACChildren
        river.cluster.streamkmeans: STREAMKMeans
        river.cluster.textclust: TextClust
        river.compose.func: FuncTransformer
        river.compose.grouper: Grouper
        river.compose.pipeline: Pipeline
        river.compose.product: TransformerProduct
        river.compose.renamer: Prefixer Renamer Suffixer
        river.compose.select: Discard Select SelectType
        river.compose.target_transform: TargetTransformRegressor
        river.compose.union: TransformerUnion
        river.conf.interval: Interval
        river.conf.jackknife: RegressionJackknife
        river.covariance.emp: EmpiricalCovariance EmpiricalPrecision SymmetricMatrix
        river.covariance.ewa: EwaCovariance EwaPrecision LedoitWolfCovariance OASCovariance ShrunkCovariance _EWCovariance _EWMatrix
        river.drift.adwin: ADWIN
        river.drift.binary.ddm: DDM
        river.drift.binary.eddm: EDDM
        river.drift.binary.fhddm: FHDDM
        river.drift.binary.hddm_a: HDDMA
        river.drift.binary.hddm_w: HDDMW SampleInfo
        river.drift.dummy: DummyDriftDetector
        river.drift.kswin: KSWIN
        river.drift.no_drift: NoDrift
        river.drift.page_hinkley: PageHinkley
        river.drift.retrain: DriftRetrainingClassifier
        river.dummy: NoChangeClassifier PriorClassifier StatisticRegressor
        river.ensemble.bagging: ADWINBaggingClassifier BaggingClassifier BaggingRegressor BaseBagging LeveragingBaggingClassifier
        river.ensemble.boosting: ADWINBoostingClassifier AdaBoostClassifier BOLEClassifier
        river.ensemble.ewa: EWARegressor
        river.ensemble.stacking: StackingClassifier
        river.ensemble.streaming_random_patches: BaseSRPClassifier BaseSRPEnsemble BaseSRPEstimator BaseSRPRegressor SRPClassifier
          SRPRegressor
        river.ensemble.voting: VotingClassifier
        river.evaluate.gen: Friedman7k FriedmanGSG10k FriedmanLEA10k WrappedGenerator
        river.evaluate.tracks: BinaryClassificationTrack ForecastingTrack MultiClassClassificationTrack RegressionTrack Track
        river.facto.base: BaseFM
        river.facto.ffm: FFM FFMClassifier FFMRegressor
        river.facto.fm: FM FMClassifier FMRegressor
        river.facto.fwfm: FwFM FwFMClassifier FwFMRegressor
        river.facto.hofm: HOFM HOFMClassifier HOFMRegressor
        river.feature_extraction.agg: Agg TargetAgg
        river.feature_extraction.kernel_approx: RBFSampler RandomTreesEmbedding
        river.feature_extraction.poly: PolynomialExtender
        river.feature_extraction.vectorize: BagOfWords TFIDF VectorizerMixin
        river.feature_selection.k_best: SelectKBest
        river.feature_selection.random: PoissonInclusion
        river.feature_selection.variance: VarianceThreshold
        river.forest.adaptive_random_forest: ARFClassifier ARFRegressor BaseForest BaseTreeClassifier BaseTreeRegressor
        river.forest.aggregated_mondrian_forest: AMFClassifier AMFLearner AMFRegressor
        river.forest.online_extra_trees: ETRegressor ExtraTrees OXTRegressor
        river.imblearn.chebyshev: ChebyshevOverSampler ChebyshevUnderSampler
        river.imblearn.hard_sampling: HardSampling HardSamplingClassifier HardSamplingRegressor
        river.imblearn.random: ClassificationSampler RandomOverSampler RandomSampler RandomUnderSampler
        river.linear_model.ad_predictor: AdPredictor
        river.linear_model.alma: ALMAClassifier
        river.linear_model.base: GLM
        river.linear_model.bayesian_lin_reg: BayesianLinearRegression
        river.linear_model.lin_reg: LinearRegression
        river.linear_model.log_reg: LogisticRegression
        river.linear_model.pa: BasePA PAClassifier PARegressor
        river.linear_model.perceptron: Perceptron
        river.linear_model.softmax: SoftmaxRegression
      `
    },
    riverMore,
    {
      use: "attributes-only-callable",
      reason: "online estimator, metric or statistic of river 0.26 without hooks: restoring it only sets attributes; it can be called",
      names: `
        river.base.estimator: EstimatorMeta
        river.cluster.odac: ODACCluster
        river.forest.online_extra_trees: BaggingSampler ConstantSampler Sampler SubBaggingSampler
        river.optim.base: Initializer Loss
        river.optim.initializers: Constant Normal Zeros
        river.optim.losses: Absolute BinaryFocalLoss BinaryLoss Cauchy CrossEntropy EpsilonInsensitiveHinge Hinge Huber Log MultiClassLoss
          Poisson Quantile RegressionLoss Squared
        river.proba.base: BinaryDistribution ContinuousDistribution DiscreteDistribution Distribution MultivariateContinuousDistribution
        river.proba.beta: Beta
        river.proba.gaussian: Gaussian MultivariateGaussian
        river.proba.multinomial: Multinomial
        river.stream.cache: Cache`
    },
    {
      use: "class",
      reason: "statistic of river without hooks: its constructor only keeps numbers",
      names: `
        river.stats.chi_squared: ChiSquared
        river.stats.count: Count
        river.stats.cov: Cov
        river.stats.entropy: Entropy
        river.stats.ewcov: EWCov
        river.stats.kolmogorov_smirnov: KolmogorovSmirnov
        river.stats.kurtosis: Kurtosis
        river.stats.mad: MAD
        river.stats.mode: Mode
        river.stats.ptp: PeakToPeak
        river.stats.sem: SEM
        river.stats.shift: Shift
        river.stats.skew: Skew
        river.stats.summing: Sum`
    },
    {
      use: "call",
      reason: "statistic of river: keeps numbers, also as the factory of a dict",
      names: `
        river.stats.ewmean: EWMean
        river.stats.ewvar: EWVar
        river.stats.iqr: IQR
        river.stats.maximum: AbsMax Max RollingAbsMax RollingMax
        river.stats.mean: Mean
        river.stats.minimum: Min RollingMin
        river.stats.pearson: PearsonCorr
        river.stats.quantile: Quantile
        river.stats.var: Var`
    },
    {
      use: "attributes-only",
      reason: "scaler of river: `__setstate__` sets the attributes, and one that old versions do not have",
      names: `
        river.preprocessing.scale: MaxAbsScaler MinMaxScaler StandardScaler`
    },
    {
      use: "class",
      reason: "class with slots: its state sets them directly, without setters",
      names: `
        river.cluster.clustream: CluStreamMicroCluster
        river.cluster.dbstream: DBSTREAMMicroCluster
        river.cluster.denstream: DenStream.BufferItem
        river.tree.splitter.ebst_splitter: EBSTNode
        river.tree.utils: GradHess`
    },
    {
      use: "class",
      reason: "compiled statistic: its state is bytes or numbers",
      names: `
        river._river_rust.drift: AdaptiveWindowing
        river._river_rust.stats: RsEWMean RsEWVar RsIQR RsKurtosis RsPeakToPeak RsQuantile RsRollingPRAUC RsRollingROCAUC RsSkew`
    },
    {
      use: "no-factory",
      reason: "compiled dict: calls its factory argument for missing keys",
      names: `
        river._river_rust.vectordict: VectorDict`
    },
    {
      use: "call",
      reason: "builds an empty distribution",
      names: `
        river.naive_bayes.gaussian: GaussianNB._make_gaussian`
    }
  ]
};
// src/python/known/rules.ts
var ruleLearners = {
  packages: "imodels mapie optbinning",
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        imodels.algebraic.gam_multitask: MultiTaskGAM MultiTaskGAMClassifier MultiTaskGAMRegressor
        imodels.algebraic.gam_shap: ShapGAM ShapGAMClassifier ShapGAMRegressor
        imodels.algebraic.gp_gam: GPGamRegressor
        imodels.algebraic.marginal_shrinkage_linear_model: MarginalLinearClassifier MarginalLinearModel MarginalLinearRegressor
          MarginalShrinkageLinearModel MarginalShrinkageLinearRegressor
        imodels.algebraic.risk_score.fast_risk_score: FastRiskScoreClassifier _Binarizer
        imodels.algebraic.risk_score.solver: Data ILS _Search
        imodels.algebraic.slim: SLIMClassifier SLIMRegressor
        imodels.algebraic.tree_gam: TreeGAM TreeGAMClassifier TreeGAMRegressor
        imodels.algebraic.tree_gam_minimal: TreeGAMMinimal TreeGAMMinimalClassifier TreeGAMMinimalRegressor
        imodels.clustering.stableclustering: StableClustering
        imodels.discretization.discretizer: AbstractDiscretizer BasicDiscretizer ExtraBasicDiscretizer RFDiscretizer
        imodels.discretization.mdlp: BRLDiscretizer MDLPDiscretizer
        imodels.discretization.simple: SimpleDiscretizer
        imodels.experimental.bartpy.data: CovariateMatrix Data Target
        imodels.experimental.bartpy.extensions.baseestimator: ResidualBART
        imodels.experimental.bartpy.extensions.ols: OLS
        imodels.experimental.bartpy.features.featureselection: SelectNullDistributionThreshold SelectSplitProportionThreshold
        imodels.experimental.bartpy.initializers.initializer: Initializer
        imodels.experimental.bartpy.initializers.sklearntreeinitializer: SkFigs SkTree SklearnTreeInitializer
        imodels.experimental.bartpy.model: Model
        imodels.experimental.bartpy.mutation: GrowMutation PruneMutation TreeMutation
        imodels.experimental.bartpy.node: DecisionNode LeafNode TreeNode
        imodels.experimental.bartpy.samplers.leafnode: LeafNodeSampler
        imodels.experimental.bartpy.samplers.modelsampler: ModelSampler
        imodels.experimental.bartpy.samplers.oblivioustrees.likelihoodratio: UniformTreeMutationLikelihoodRatio
        imodels.experimental.bartpy.samplers.oblivioustrees.proposer: UniformMutationProposer
        imodels.experimental.bartpy.samplers.oblivioustrees.treemutation: UnconstrainedTreeMutationSampler
        imodels.experimental.bartpy.samplers.sampler: Sampler
        imodels.experimental.bartpy.samplers.scalar: DiscreteSampler NormalScalarSampler UniformScalarSampler
        imodels.experimental.bartpy.samplers.schedule: SampleSchedule
        imodels.experimental.bartpy.samplers.sigma: SigmaSampler
        imodels.experimental.bartpy.samplers.treemutation: TreeMutationLikelihoodRatio TreeMutationProposer TreeMutationSampler
        imodels.experimental.bartpy.samplers.unconstrainedtree.likelihoodratio: UniformTreeMutationLikelihoodRatio
        imodels.experimental.bartpy.samplers.unconstrainedtree.proposer: UniformMutationProposer
        imodels.experimental.bartpy.samplers.unconstrainedtree.treemutation: UnconstrainedTreeMutationSampler
        imodels.experimental.bartpy.sigma: Sigma
        imodels.experimental.bartpy.sklearnmodel: BART ExpandedBART ImputedBART ShrunkBART ShrunkBARTCV SklearnModel
        imodels.experimental.bartpy.split: Split
        imodels.experimental.bartpy.splitcondition: CombinedCondition CombinedVariableCondition SplitCondition
        imodels.experimental.bartpy.tree: Tree
        imodels.experimental.figs_ensembles: FIGSExt FIGSExtClassifier FIGSExtRegressor Node
        imodels.experimental.figs_shrinkage: HSFIGS HSFIGSClassifier HSFIGSClassifierCV HSFIGSRegressor HSFIGSRegressorCV
        imodels.experimental.stablelinear: StableLinear StableLinearClassifier StableLinearRegressor
        imodels.experimental.stableskope: StableSkopeClassifier
        imodels.experimental.tree_gam_simple: TreeGAMSimple TreeGAMSimpleClassifier TreeGAMSimpleRegressor
        imodels.importance.block_transformers: BlockPartitionedData BlockTransformerBase CompositeTransformer IdentityTransformer
          MDIPlusDefaultTransformer TreeTransformer
        imodels.importance.mdi_plus: ForestMDIPlus TreeMDIPlus
        imodels.importance.ppms: GenericClassifierPPM GenericRegressorPPM GlmClassifierPPM GlmRegressorPPM LassoRegressorPPM
          LogisticClassifierPPM PartialPredictionModelBase RidgeClassifierPPM RidgeRegressorPPM RobustRegressorPPM _GenericPPM _GlmPPM
          _RidgePPM
        imodels.importance.rf_plus: RandomForestPlusClassifier RandomForestPlusRegressor _RandomForestPlus
        imodels.rule_list.bayesian_rule_list.bayesian_rule_list: BayesianRuleListClassifier
        imodels.rule_list.fast_frugal_tree: FastFrugalTreeClassifier
        imodels.rule_list.greedy_rule_list: GreedyRuleListClassifier
        imodels.rule_list.one_r: OneRClassifier
        imodels.rule_list.rule_list: RuleList
        imodels.rule_set.boosted_rules: BoostedRulesClassifier BoostedRulesRegressor
        imodels.rule_set.brs: BayesianRuleSetClassifier
        imodels.rule_set.fplasso: FPLasso FPLassoClassifier FPLassoRegressor
        imodels.rule_set.fpskope: FPSkopeClassifier
        imodels.rule_set.rule_fit: RuleFit RuleFitClassifier RuleFitRegressor
        imodels.rule_set.rule_set: RuleSet
        imodels.rule_set.skope_rules: SkopeRulesClassifier
        imodels.rule_set.slipper: SlipperClassifier
        imodels.rule_set.slipper_util: SlipperBaseEstimator
        imodels.tree.c45_tree.c45_tree: C45TreeClassifier HSC45TreeClassifier HSC45TreeClassifierCV
        imodels.tree.cart_ccp: DecisionTreeCCPClassifier DecisionTreeCCPRegressor HSDecisionTreeCCPClassifierCV
          HSDecisionTreeCCPRegressorCV
        imodels.tree.cart_wrapper: GreedyTreeClassifier GreedyTreeRegressor
        imodels.tree.custom_greedy_tree: CustomDecisionTreeClassifier Node
        imodels.tree.figs: FIGS FIGSCV FIGSClassifier FIGSClassifierCV FIGSRegressor FIGSRegressorCV Node
        imodels.tree.hierarchical_shrinkage: HSTree HSTreeClassifier HSTreeClassifierCV HSTreeRegressor HSTreeRegressorCV
        imodels.tree.iterative_random_forest._forest: _WeightedForest _WeightedTree
        imodels.tree.iterative_random_forest.iterative_random_forest: IRFClassifier IRFRegressor _IRFBase
        imodels.tree.optimal_tree.fast_small_tree: FastSmallTreeClassifier
        imodels.tree.optimal_tree.solver: BinaryEncoder BitDataset CompiledOptimizer NumpyEncoder Optimizer TargetEncoder TreeClassifier
          _StoreView
        imodels.tree.tao: TaoTree TaoTreeClassifier TaoTreeRegressor
        imodels.util.automl: AutoInterpretableClassifier AutoInterpretableModel AutoInterpretableRegressor
        imodels.util.distillation: DistilledRegressor
        imodels.util.ensemble: ResidualBoostingRegressor SimpleBaggingRegressor
        imodels.util.introspection: LeavesMixin RuleInspectionMixin RulesMixin TextMixin
        imodels.util.progress: _NullBar
        imodels.util.transforms: CorrelationScreenTransformer FriedScale Winsorizer
        imodels.viz._extract: Node TreeInfo
        imodels.viz._interactive: InteractiveTree
        imodels.viz._render: Artist Figure
        imodels.viz._render_views: ViewPainter
        imodels.viz._static: TreeFigure
        imodels.viz._views: AdditiveView Term
        mapie._venn_abers: VennAbers VennAbersCV VennAbersMultiClass
        mapie.calibration: TopLabelCalibrator VennAbersCalibrator
        mapie.classification: CrossConformalClassifier SplitConformalClassifier _MapieClassifier
        mapie.conditional_conformal_prediction: ConditionalSplitConformalClassifier ConditionalSplitConformalRegressor
          _ConditionalConformalMixin
        mapie.conformity_scores.bounds.absolute: AbsoluteConformityScore
        mapie.conformity_scores.bounds.gamma: GammaConformityScore
        mapie.conformity_scores.bounds.quantile: AbsoluteQuantileRegressionScore QuantileRegressionScore
        mapie.conformity_scores.bounds.residuals: ResidualNormalisedScore
        mapie.conformity_scores.bounds.std_normalised: StdConformityScore
        mapie.conformity_scores.classification: BaseClassificationScore
        mapie.conformity_scores.interface: BaseConformityScore
        mapie.conformity_scores.regression: BaseRegressionScore
        mapie.conformity_scores.sets.aps: APSConformityScore
        mapie.conformity_scores.sets.lac: LACConformityScore
        mapie.conformity_scores.sets.naive: NaiveConformityScore
        mapie.conformity_scores.sets.raps: RAPSConformityScore
        mapie.conformity_scores.sets.topk: TopKConformityScore
        mapie.estimator.classifier: EnsembleClassifier
        mapie.estimator.regressor: EnsembleRegressor EnsembleStdRegressor _Conformalizer
        mapie.exchangeability_testing.risk_monitoring: RiskMonitoring
        mapie.experimental.conformity_scores.bounds.standardized_residuals: MultivariateResidualNormalisedScore
        mapie.experimental.conformity_scores.regression: BaseFitRegressionScore
        mapie.regression.quantile_regression: ConformalizedQuantileRegressor CrossConformalizedQuantileRegressor _MapieQuantileRegressor
          _QuantileConformalizer
        mapie.regression.regression: CrossConformalRegressor JackknifeAfterBootstrapRegressor SplitConformalRegressor _MapieRegressor
        mapie.regression.time_series_regression: TimeSeriesRegressor
        mapie.risk_control._base_controller: _BaseLTTController
        mapie.risk_control.adaptive_conformal_risk_control: ConditionalExpectedRiskController
        mapie.risk_control.binary_classification: BinaryClassificationController
        mapie.risk_control.fwer_control: FWERBonferroniCorrection FWERBonferroniHolm FWERProcedure
        mapie.risk_control.multi_classification: MultiClassificationLTTController
        mapie.risk_control.multi_label_classification: MultiLabelClassificationController
        mapie.risk_control.risks: BinaryClassificationRisk BinaryRisk ClassSpecificRisk ContinuousRisk _BaseRisk _OccurrenceConditionRisk
        mapie.risk_control.semantic_segmentation: SemanticSegmentationController
        mapie.subsample: BlockBootstrap Subsample
        optbinning.binning.base: Base BaseOptimalBinning
        optbinning.binning.binning: OptimalBinning
        optbinning.binning.binning_process: BinningProcess
        optbinning.binning.binning_statistics: BinningTable ContinuousBinningTable MulticlassBinningTable
        optbinning.binning.continuous_binning: ContinuousOptimalBinning
        optbinning.binning.continuous_cp: ContinuousBinningCP
        optbinning.binning.cp: BinningCP
        optbinning.binning.distributed.base: BaseSketch
        optbinning.binning.distributed.binning_sketch: OptimalBinningSketch
        optbinning.binning.distributed.bsketch: BCatSketch BSketch
        optbinning.binning.distributed.gk: Entry GK
        optbinning.binning.ls: BinningLS
        optbinning.binning.mdlp: MDLP
        optbinning.binning.mip: BinningMIP
        optbinning.binning.multiclass_binning: MulticlassOptimalBinning
        optbinning.binning.multiclass_cp: MulticlassBinningCP
        optbinning.binning.multiclass_mip: MulticlassBinningMIP
        optbinning.binning.multidimensional.binning_2d: OptimalBinning2D
        optbinning.binning.multidimensional.binning_statistics_2d: BinningTable2D ContinuousBinningTable2D
        optbinning.binning.multidimensional.continuous_binning_2d: ContinuousOptimalBinning2D
        optbinning.binning.multidimensional.cp_2d: Binning2DCP
        optbinning.binning.multidimensional.mip_2d: Binning2DMIP
        optbinning.binning.outlier: ModifiedZScoreDetector OutlierDetector RangeDetector YQuantileDetector
        optbinning.binning.piecewise.base: BasePWBinning
        optbinning.binning.piecewise.binning: OptimalPWBinning
        optbinning.binning.piecewise.binning_statistics: PWBinningTable PWContinuousBinningTable
        optbinning.binning.piecewise.continuous_binning: ContinuousOptimalPWBinning
        optbinning.binning.prebinning: PreBinning
        optbinning.binning.uncertainty.binning_scenarios: SBOptimalBinning
        optbinning.scorecard.counterfactual.base: BaseCounterfactual
        optbinning.scorecard.counterfactual.counterfactual: Counterfactual
        optbinning.scorecard.counterfactual.mip: CFMIP
        optbinning.scorecard.counterfactual.multi_mip: MCFMIP
        optbinning.scorecard.monitoring: ScorecardMonitoring
        optbinning.scorecard.rounding: RoundingMIP
        optbinning.scorecard.scorecard: Scorecard`
    },
    {
      use: "attributes-only-callable",
      reason: "class without hooks: restoring it only sets attributes; it can be called",
      names: `
        imodels.importance.local_stumps: LocalDecisionStump
        imodels.util.neural_nets: Net
        imodels.viz._theme: Paint
        mapie.exchangeability_testing.bounds: GammaExponentialMixtureBound
        mapie.risk_control.adaptive_conformal_risk_control: _AACRCLoss _LinearHead _LogisticHead
        mapie.risk_control.risks: RiskLoss`
    }
  ]
};
// src/python/known/scipy.ts
var scipy = [
  {
    use: "class",
    reason: "matrix or result object: state is arrays",
    names: {
      "scipy.interpolate._bsplines": "BSpline",
      "scipy.interpolate._cubic": "CubicSpline PchipInterpolator",
      "scipy.interpolate._fitpack2": "LSQUnivariateSpline",
      "scipy.interpolate._interpolate": "interp1d",
      "scipy.interpolate._rbfinterp": "RBFInterpolator",
      "scipy.interpolate._rgi": "RegularGridInterpolator",
      "scipy.optimize._optimize": "OptimizeResult",
      "scipy.signal._ltisys": "TransferFunctionContinuous",
      "scipy.sparse": "bsr_matrix coo_array coo_matrix csc_array csc_matrix csr_array csr_matrix dia_matrix dok_matrix lil_matrix",
      "scipy.sparse._arrays": "bsr_array coo_array csc_array csr_array dia_array dok_array lil_array",
      "scipy.sparse._bsr": "bsr_array bsr_matrix",
      "scipy.sparse._coo": "coo_array coo_matrix",
      "scipy.sparse._csc": "csc_array csc_matrix",
      "scipy.sparse._csr": "csr_array csr_matrix",
      "scipy.sparse._dia": "dia_array dia_matrix",
      "scipy.sparse._dok": "dok_array dok_matrix",
      "scipy.sparse._lil": "lil_array lil_matrix",
      "scipy.spatial._ckdtree": "cKDTree",
      "scipy.spatial._kdtree": "KDTree",
      "scipy.spatial.transform._rotation": "Rotation",
      "scipy.stats._kde": "gaussian_kde"
    }
  },
  {
    use: "class",
    reason: "frozen distribution: plain state",
    names: { "scipy.stats._distn_infrastructure": "rv_continuous_frozen rv_discrete_frozen rv_frozen" }
  },
  {
    use: "reference",
    reason: "function: an import of it is harmless",
    names: {
      "scipy._lib.array_api_compat.numpy._aliases": "asarray",
      "scipy.interpolate._interpolate": "interp1d._call_linear_np"
    }
  },
  {
    use: "distribution",
    reason: "distribution: __setstate__ runs the argument template in its state as code",
    names: {
      "scipy.stats._continuous_distns": `beta_gen chi2_gen expon_gen gamma_gen lognorm_gen loguniform_gen norm_gen reciprocal_gen t_gen
        truncnorm_gen uniform_gen weibull_max_gen weibull_min_gen`,
      "scipy.stats._discrete_distns": "bernoulli_gen binom_gen geom_gen poisson_gen randint_gen",
      "scipy.stats._distn_infrastructure": "rv_continuous rv_discrete rv_generic rv_sample"
    }
  },
  {
    use: "class",
    reason: "interpolator, system, sampler, frozen distribution or result: no __setstate__; __new__ only checks its arguments",
    names: {
      "scipy._lib._disjoint_set": "DisjointSet",
      "scipy.cluster.hierarchy": "ClusterNode",
      "scipy.integrate._bvp": "BVPResult",
      "scipy.integrate._ivp.common": "OdeSolution",
      "scipy.integrate._ivp.ivp": "OdeResult",
      "scipy.integrate._ivp.rk": "RkDenseOutput",
      "scipy.interpolate._bary_rational": "AAA FloaterHormannInterpolator",
      "scipy.interpolate._cubic": "Akima1DInterpolator CubicHermiteSpline",
      "scipy.interpolate._fitpack2": `InterpolatedUnivariateSpline RectBivariateSpline RectSphereBivariateSpline SmoothBivariateSpline SmoothSphereBivariateSpline`,
      "scipy.interpolate._interpnd": "CloughTocher2DInterpolator LinearNDInterpolator",
      "scipy.interpolate._interpolate": "BPoly NdPPoly PPoly",
      "scipy.interpolate._ndbspline": "NdBSpline",
      "scipy.interpolate._ndgriddata": "NearestNDInterpolator",
      "scipy.interpolate._polyint": "BarycentricInterpolator KroghInterpolator",
      "scipy.interpolate._rbf": "Rbf",
      "scipy.optimize._constraints": "Bounds LinearConstraint NonlinearConstraint",
      "scipy.optimize._hessian_update_strategy": "BFGS SR1",
      "scipy.optimize._lbfgsb_py": "LbfgsInvHessProduct",
      "scipy.optimize._zeros_py": "RootResults",
      "scipy.signal._czt": "CZT ZoomFFT",
      "scipy.signal._ltisys": `StateSpaceContinuous StateSpaceDiscrete TransferFunctionDiscrete ZerosPolesGainContinuous ZerosPolesGainDiscrete`,
      "scipy.signal._short_time_fft": "ShortTimeFFT",
      "scipy.sparse.linalg._interface": "MatrixLinearOperator",
      "scipy.spatial._kdtree": "Rectangle",
      "scipy.spatial._spherical_voronoi": "SphericalVoronoi",
      "scipy.spatial.transform._rotation": "Slerp",
      "scipy.spatial.transform._rotation_spline": "RotationSpline",
      "scipy.special._ufuncs": "errstate",
      "scipy.stats._binned_statistic": "BinnedStatistic2dResult BinnedStatisticResult BinnedStatisticddResult",
      "scipy.stats._binomtest": "BinomTestResult",
      "scipy.stats._common": "ConfidenceInterval",
      "scipy.stats._covariance": "CovViaPSD",
      "scipy.stats._crosstab": "CrosstabResult",
      "scipy.stats._discrete_distns": "poisson_binomial_frozen",
      "scipy.stats._hypotests": `BarnardExactResult BoschlooExactResult CramerVonMisesResult Epps_Singleton_2sampResult SomersDResult TukeyHSDResult`,
      "scipy.stats._levy_stable": "levy_stable_frozen",
      "scipy.stats._mannwhitneyu": "MannwhitneyuResult",
      "scipy.stats._morestats": `Anderson_ksampResult AnsariResult BartlettResult FlignerResult LeveneResult Mean ShapiroResult Std_dev Variance WilcoxonResult`,
      "scipy.stats._multicomp": "DunnettResult",
      "scipy.stats._multivariate": `_PSD dirichlet_frozen dirichlet_gen dirichlet_multinomial_gen invwishart_gen matrix_normal_gen multinomial_gen
        multivariate_hypergeom_gen multivariate_normal_frozen multivariate_normal_gen multivariate_t_frozen multivariate_t_gen
        normal_inverse_gamma_gen ortho_group_gen random_correlation_gen random_table_gen special_ortho_group_gen uniform_direction_gen
        unitary_group_gen vonmises_fisher_gen wishart_frozen wishart_gen`,
      "scipy.stats._odds_ratio": "OddsRatioResult",
      "scipy.stats._page_trend_test": "PageTrendTestResult",
      "scipy.stats._qmc": "Halton LatinHypercube MultinomialQMC MultivariateNormalQMC PoissonDisk Sobol",
      "scipy.stats._relative_risk": "RelativeRiskResult",
      "scipy.stats._resampling": "BootstrapResult MonteCarloTestResult PermutationTestResult",
      "scipy.stats._stats_mstats_common": "SiegelslopesResult TheilslopesResult",
      "scipy.stats._stats_py": `AlexanderGovernResult BrunnerMunzelResult CumfreqResult DescribeResult F_onewayResult FriedmanchisquareResult KruskalResult
        KstestResult KurtosistestResult LinregressResult ModeResult NormaltestResult PearsonRResult PearsonRResultBase
        Power_divergenceResult QuantileTestResult RelfreqResult SigmaclipResult SignificanceResult SkewtestResult`,
      "scipy.stats._survival": "ECDFResult EmpiricalDistributionFunction LogRankResult",
      "scipy.stats.contingency": "Chi2ContingencyResult"
    }
  },
  {
    use: "qhull",
    reason: "geometry of Qhull: its finaliser closes an object in its state",
    names: {
      "scipy.spatial._qhull": "ConvexHull Delaunay HalfspaceIntersection Voronoi"
    }
  },
  {
    use: "distribution",
    reason: "distribution: __setstate__ runs the argument template in its state as code",
    names: {
      "scipy.stats._continuous_distns": `alpha_gen anglit_gen arcsine_gen argus_gen betaprime_gen bradford_gen burr12_gen burr_gen cauchy_gen chi_gen cosine_gen
        crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen erlang_gen exponnorm_gen exponpow_gen exponweib_gen f_gen
        fatiguelife_gen fisk_gen foldcauchy_gen foldnorm_gen gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen
        genhyperbolic_gen geninvgauss_gen genlogistic_gen gennorm_gen genpareto_gen gibrat_gen gompertz_gen gumbel_l_gen gumbel_r_gen
        halfcauchy_gen halfgennorm_gen halflogistic_gen halfnorm_gen hypsecant_gen invgamma_gen invgauss_gen invweibull_gen irwinhall_gen
        jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen kstwobign_gen landau_gen
        laplace_asymmetric_gen laplace_gen levy_gen levy_l_gen loggamma_gen logistic_gen loglaplace_gen lomax_gen maxwell_gen mielke_gen
        moyal_gen nakagami_gen ncf_gen nct_gen ncx2_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen
        powernorm_gen rayleigh_gen rdist_gen recipinvgauss_gen rel_breitwigner_gen rice_gen rv_histogram semicircular_gen skewcauchy_gen
        skewnorm_gen studentized_range_gen trapezoid_gen triang_gen truncexpon_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen
        vonmises_gen wald_gen wrapcauchy_gen`,
      "scipy.stats._discrete_distns": `betabinom_gen betanbinom_gen boltzmann_gen dlaplace_gen hypergeom_gen logser_gen nbinom_gen nchypergeom_fisher_gen
        nchypergeom_wallenius_gen nhypergeom_gen planck_gen poisson_binom_gen skellam_gen yulesimon_gen zipf_gen zipfian_gen`,
      "scipy.stats._levy_stable": "levy_stable_gen"
    }
  },
  {
    use: "reference",
    reason: "function of numbers or arrays: an import is harmless; none calls an argument, reads a file or changes a setting",
    names: {
      "scipy.interpolate._interpolate": "interp1d._call_nearest interp1d._call_previousnext interp1d._call_spline",
      "scipy.linalg._misc": "norm",
      "scipy.optimize._optimize": "rosen",
      "scipy.spatial.distance": `braycurtis canberra chebyshev cityblock correlation cosine dice euclidean hamming is_valid_dm is_valid_y jaccard jensenshannon
        mahalanobis minkowski num_obs_dm num_obs_y rogerstanimoto russellrao seuclidean sokalsneath sqeuclidean squareform yule`,
      "scipy.special._basic": `ai_zeros assoc_laguerre bei_zeros beip_zeros ber_zeros bernoulli berp_zeros bi_zeros comb diric erf_zeros euler factorial
        factorial2 factorialk fresnel_zeros fresnelc_zeros fresnels_zeros h1vp h2vp ivp jn_zeros jnjnp_zeros jnp_zeros jnyn_zeros jvp
        kei_zeros keip_zeros kelvin_zeros ker_zeros kerp_zeros kvp lmbda lqmn lqn mathieu_even_coef mathieu_odd_coef obl_cv_seq pbdn_seq
        pbdv_seq pbvv_seq perm polygamma pro_cv_seq riccati_jn riccati_yn softplus stirling2 y0_zeros y1_zeros y1p_zeros yn_zeros
        ynp_zeros yvp zeta`,
      "scipy.special._ellip_harm": "ellip_harm ellip_harm_2 ellip_normal",
      "scipy.special._lambertw": "lambertw",
      "scipy.special._logsumexp": "log_softmax logsumexp softmax",
      "scipy.special._orthogonal": `chebyc chebys chebyt chebyu gegenbauer genlaguerre hermite hermitenorm jacobi laguerre legendre roots_chebyc roots_chebys
        roots_chebyt roots_chebyu roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm roots_jacobi roots_laguerre
        roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi roots_sh_legendre sh_chebyt sh_chebyu sh_jacobi sh_legendre`,
      "scipy.special._special_ufuncs": `airy airye bei beip ber berp besselpoly beta betaln binom cbrt cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc
        ellipkm1 erf erfc erfcx erfi exp1 exp10 exp2 expi expit expm1 exprel fresnel gamma gammainc gammaincc gammainccinv gammaincinv
        gammaln gammasgn hankel1 hankel1e hankel2 hankel2e hyp2f1 i0 i0e i1 i1e it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0
        itmodstruve0 itstruve0 iv ive j0 j1 jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kv kve log1p log_expit log_ndtr
        log_wright_bessel loggamma logit mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2
        mathieu_sem modfresnelm modfresnelp modstruve ndtr obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv pbdv pbvv
        pbwa pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv psi radian rgamma sindg struve tandg voigt_profile wofz
        wright_bessel xlog1py xlogy y0 y1 yv yve zetac`,
      "scipy.special._spfun_stats": "multigammaln",
      "scipy.special._spherical_bessel": "spherical_in spherical_jn spherical_kn spherical_yn",
      "scipy.special._ufuncs": `agm bdtr bdtrc bdtri bdtrik bdtrin betainc betaincc betainccinv betaincinv boxcox boxcox1p btdtria btdtrib chdtr chdtrc chdtri
        chdtriv chndtr chndtridf chndtrinc chndtrix elliprc elliprd elliprf elliprg elliprj entr erfcinv erfinv eval_chebyc eval_chebys
        eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre eval_legendre
        eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre expn fdtr fdtrc fdtri fdtridfd gdtr gdtrc gdtria gdtrib gdtrix huber
        hyp0f1 hyp1f1 hyperu inv_boxcox inv_boxcox1p kl_div kn kolmogi kolmogorov lpmv nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri
        ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtri ndtri_exp nrdtrimn nrdtrisd owens_t pdtr pdtrc pdtri
        pdtrik poch powm1 pseudo_huber rel_entr round shichi sici smirnov smirnovi spence stdtr stdtridf stdtrit tklmbda wrightomega yn`
    }
  }
];
// src/python/known/sklearn.ts
var sklearn = [
  {
    use: "call",
    reason: "compiled class that takes numbers and arrays only",
    names: {
      "sklearn._loss._loss": "CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyPinballLoss",
      "sklearn.linear_model._sgd_fast": `Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression
        SquaredEpsilonInsensitive SquaredHinge SquaredLoss`,
      "sklearn.tree._tree": "Tree"
    }
  },
  {
    use: "class",
    reason: "estimator or helper: __setstate__ only updates the attributes",
    names: {
      "sklearn._loss._loss": `CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss
        CyHalfSquaredError CyLossFunction`,
      "sklearn._loss.glm_distribution": `DistributionBoundary ExponentialDispersionModel GammaDistribution InverseGaussianDistribution
        NormalDistribution PoissonDistribution TweedieDistribution`,
      "sklearn._loss.link": "BaseLink HalfLogitLink IdentityLink Interval LogLink LogitLink MultinomialLogit",
      "sklearn._loss.loss": `AbsoluteError BaseLoss CyAbsoluteError CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss
        CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLoss CyHalfTweedieLossIdentity CyPinballLoss ExponentialLoss HalfBinomialLoss
        HalfGammaLoss HalfMultinomialLoss HalfPoissonLoss HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss`,
      "sklearn.base": `BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ClusterMixin DensityMixin
        MetaEstimatorMixin MultiOutputMixin OneToOneFeatureMixin OutlierMixin RegressorMixin TransformerMixin _UnstableArchMixin`,
      "sklearn.calibration": "CalibratedClassifierCV CalibrationDisplay _CalibratedClassifier _SigmoidCalibration",
      "sklearn.cluster": `AffinityPropagation AgglomerativeClustering Birch DBSCAN KMeans MeanShift MiniBatchKMeans OPTICS
        SpectralClustering`,
      "sklearn.cluster._affinity_propagation": "AffinityPropagation",
      "sklearn.cluster._agglomerative": "AgglomerativeClustering FeatureAgglomeration",
      "sklearn.cluster._bicluster": "BaseSpectral SpectralBiclustering SpectralCoclustering",
      "sklearn.cluster._birch": "Birch _CFNode _CFSubcluster",
      "sklearn.cluster._bisect_k_means": "BisectingKMeans _BisectingTree",
      "sklearn.cluster._dbscan": "DBSCAN",
      "sklearn.cluster._feature_agglomeration": "AgglomerationTransform",
      "sklearn.cluster._hdbscan.hdbscan": "HDBSCAN",
      "sklearn.cluster._hierarchical_fast": "UnionFind WeightedEdge",
      "sklearn.cluster._kmeans": "KMeans MiniBatchKMeans _BaseKMeans",
      "sklearn.cluster._mean_shift": "MeanShift",
      "sklearn.cluster._optics": "OPTICS",
      "sklearn.cluster._spectral": "SpectralClustering",
      "sklearn.compose": "ColumnTransformer TransformedTargetRegressor",
      "sklearn.compose._column_transformer": "ColumnTransformer _RemainderColsList make_column_selector",
      "sklearn.compose._target": "TransformedTargetRegressor",
      "sklearn.covariance._elliptic_envelope": "EllipticEnvelope",
      "sklearn.covariance._empirical_covariance": "EmpiricalCovariance",
      "sklearn.covariance._graph_lasso": "BaseGraphicalLasso GraphicalLasso GraphicalLassoCV",
      "sklearn.covariance._robust_covariance": "MinCovDet",
      "sklearn.covariance._shrunk_covariance": "LedoitWolf OAS ShrunkCovariance",
      "sklearn.cross_decomposition._pls": "CCA PLSCanonical PLSRegression PLSSVD _PLS",
      "sklearn.decomposition": "FastICA IncrementalPCA KernelPCA LatentDirichletAllocation NMF PCA TruncatedSVD",
      "sklearn.decomposition._base": "_BasePCA",
      "sklearn.decomposition._dict_learning": "DictionaryLearning MiniBatchDictionaryLearning SparseCoder _BaseSparseCoding",
      "sklearn.decomposition._factor_analysis": "FactorAnalysis",
      "sklearn.decomposition._fastica": "FastICA",
      "sklearn.decomposition._incremental_pca": "IncrementalPCA",
      "sklearn.decomposition._kernel_pca": "KernelPCA",
      "sklearn.decomposition._lda": "LatentDirichletAllocation",
      "sklearn.decomposition._nmf": "MiniBatchNMF NMF _BaseNMF",
      "sklearn.decomposition._pca": "PCA",
      "sklearn.decomposition._sparse_pca": "MiniBatchSparsePCA SparsePCA _BaseSparsePCA",
      "sklearn.decomposition._truncated_svd": "TruncatedSVD",
      "sklearn.discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
      "sklearn.dummy": "DummyClassifier DummyRegressor",
      "sklearn.ensemble": `AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor ExtraTreesClassifier
        ExtraTreesRegressor GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier
        HistGradientBoostingRegressor IsolationForest RandomForestClassifier RandomForestRegressor StackingClassifier StackingRegressor
        VotingClassifier VotingRegressor`,
      "sklearn.ensemble._bagging": "BaggingClassifier BaggingRegressor BaseBagging",
      "sklearn.ensemble._base": "BaseEnsemble _BaseHeterogeneousEnsemble",
      "sklearn.ensemble._forest": `BaseForest ExtraTreesClassifier ExtraTreesRegressor ForestClassifier ForestRegressor
        RandomForestClassifier RandomForestRegressor RandomTreesEmbedding`,
      "sklearn.ensemble._gb": "BaseGradientBoosting GradientBoostingClassifier GradientBoostingRegressor VerboseReporter",
      "sklearn.ensemble._gb_losses": `BinomialDeviance ClassificationLossFunction ExponentialLoss HuberLossFunction LeastAbsoluteError
        LeastSquaresError LossFunction MultinomialDeviance QuantileLossFunction RegressionLossFunction`,
      "sklearn.ensemble._hist_gradient_boosting.binning": "_BinMapper",
      "sklearn.ensemble._hist_gradient_boosting.common": "MonotonicConstraint",
      "sklearn.ensemble._hist_gradient_boosting.gradient_boosting": `BaseHistGradientBoosting HistGradientBoostingClassifier
        HistGradientBoostingRegressor`,
      "sklearn.ensemble._hist_gradient_boosting.grower": "TreeGrower TreeNode",
      "sklearn.ensemble._hist_gradient_boosting.histogram": "HistogramBuilder",
      "sklearn.ensemble._hist_gradient_boosting.predictor": "TreePredictor",
      "sklearn.ensemble._hist_gradient_boosting.splitting": "SplitInfo Splitter",
      "sklearn.ensemble._iforest": "IsolationForest",
      "sklearn.ensemble._stacking": "StackingClassifier StackingRegressor _BaseStacking",
      "sklearn.ensemble._voting": "VotingClassifier VotingRegressor _BaseVoting",
      "sklearn.ensemble._weight_boosting": "AdaBoostClassifier AdaBoostRegressor BaseWeightBoosting",
      "sklearn.feature_extraction._dict_vectorizer": "DictVectorizer",
      "sklearn.feature_extraction._hash": "FeatureHasher",
      "sklearn.feature_extraction.image": "PatchExtractor",
      "sklearn.feature_extraction.text": "CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer _VectorizerMixin",
      "sklearn.feature_selection._base": "SelectorMixin",
      "sklearn.feature_selection._from_model": "SelectFromModel",
      "sklearn.feature_selection._rfe": "RFE RFECV",
      "sklearn.feature_selection._sequential": "SequentialFeatureSelector",
      "sklearn.feature_selection._univariate_selection": `GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest
        SelectPercentile _BaseFilter`,
      "sklearn.feature_selection._variance_threshold": "VarianceThreshold",
      "sklearn.frozen._frozen": "FrozenEstimator",
      "sklearn.gaussian_process": "GaussianProcessClassifier GaussianProcessRegressor",
      "sklearn.gaussian_process._gpc": "GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace",
      "sklearn.gaussian_process._gpr": "GaussianProcessRegressor",
      "sklearn.gaussian_process.kernels": `CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation GenericKernelMixin
        Hyperparameter Kernel KernelOperator Matern NormalizedKernelMixin PairwiseKernel Product RBF RationalQuadratic
        StationaryKernelMixin Sum WhiteKernel`,
      "sklearn.impute": "KNNImputer MissingIndicator SimpleImputer",
      "sklearn.impute._base": "MissingIndicator SimpleImputer _BaseImputer",
      "sklearn.impute._iterative": "IterativeImputer _ImputerTriplet",
      "sklearn.impute._knn": "KNNImputer",
      "sklearn.isotonic": "IsotonicRegression",
      "sklearn.kernel_approximation": "AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler",
      "sklearn.kernel_ridge": "KernelRidge",
      "sklearn.linear_model": `ARDRegression BayesianRidge ElasticNet HuberRegressor Lars Lasso LassoLars LinearRegression
        LogisticRegression OrthogonalMatchingPursuit PassiveAggressiveClassifier PassiveAggressiveRegressor Perceptron RANSACRegressor
        Ridge SGDClassifier SGDRegressor TheilSenRegressor`,
      "sklearn.linear_model._base": "LinearClassifierMixin LinearModel LinearRegression SparseCoefMixin",
      "sklearn.linear_model._bayes": "ARDRegression BayesianRidge",
      "sklearn.linear_model._coordinate_descent": `ElasticNet ElasticNetCV Lasso LassoCV LinearModelCV MultiTaskElasticNet
        MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV`,
      "sklearn.linear_model._glm._newton_solver": "NewtonCholeskySolver NewtonSolver",
      "sklearn.linear_model._glm.glm": "GammaRegressor PoissonRegressor TweedieRegressor _GeneralizedLinearRegressor",
      "sklearn.linear_model._huber": "HuberRegressor",
      "sklearn.linear_model._least_angle": "Lars LarsCV LassoLars LassoLarsCV LassoLarsIC",
      "sklearn.linear_model._linear_loss": "LinearModelLoss",
      "sklearn.linear_model._logistic": "LogisticRegression LogisticRegressionCV",
      "sklearn.linear_model._omp": "OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV",
      "sklearn.linear_model._passive_aggressive": "PassiveAggressiveClassifier PassiveAggressiveRegressor",
      "sklearn.linear_model._perceptron": "Perceptron",
      "sklearn.linear_model._quantile": "QuantileRegressor",
      "sklearn.linear_model._ransac": "RANSACRegressor",
      "sklearn.linear_model._ridge": `Ridge RidgeCV RidgeClassifier RidgeClassifierCV _BaseRidge _BaseRidgeCV _IdentityClassifier
        _IdentityRegressor _RidgeClassifierMixin _RidgeGCV _XT_CenterStackOp _X_CenterStackOp`,
      "sklearn.linear_model._sag_fast": "MultinomialLogLoss32 MultinomialLogLoss64",
      "sklearn.linear_model._stochastic_gradient": `BaseSGD BaseSGDClassifier BaseSGDRegressor SGDClassifier SGDOneClassSVM SGDRegressor
        _ValidationScoreCallback`,
      "sklearn.linear_model._theil_sen": "TheilSenRegressor",
      "sklearn.manifold._isomap": "Isomap",
      "sklearn.manifold._locally_linear": "LocallyLinearEmbedding",
      "sklearn.manifold._classical_mds": "ClassicalMDS",
      "sklearn.manifold._mds": "MDS",
      "sklearn.manifold._spectral_embedding": "SpectralEmbedding",
      "sklearn.manifold._t_sne": "TSNE",
      "sklearn.metrics._dist_metrics": `BrayCurtisDistance BrayCurtisDistance32 BrayCurtisDistance64 CanberraDistance CanberraDistance32
        CanberraDistance64 ChebyshevDistance ChebyshevDistance32 ChebyshevDistance64 DiceDistance DiceDistance32 DiceDistance64
        DistanceMetric DistanceMetric32 DistanceMetric64 EuclideanDistance EuclideanDistance32 EuclideanDistance64 HammingDistance
        HammingDistance32 HammingDistance64 HaversineDistance HaversineDistance32 HaversineDistance64 JaccardDistance JaccardDistance32
        JaccardDistance64 KulsinskiDistance KulsinskiDistance32 MahalanobisDistance MahalanobisDistance32 MahalanobisDistance64
        ManhattanDistance ManhattanDistance32 ManhattanDistance64 MatchingDistance MatchingDistance32 MinkowskiDistance
        MinkowskiDistance32 MinkowskiDistance64 PyFuncDistance PyFuncDistance32 PyFuncDistance64 RogersTanimotoDistance
        RogersTanimotoDistance32 RogersTanimotoDistance64 RussellRaoDistance RussellRaoDistance32 RussellRaoDistance64 SEuclideanDistance
        SEuclideanDistance32 SEuclideanDistance64 SokalMichenerDistance SokalMichenerDistance32 SokalMichenerDistance64
        SokalSneathDistance SokalSneathDistance32 SokalSneathDistance64 WMinkowskiDistance WMinkowskiDistance32`,
      "sklearn.metrics._pairwise_distances_reduction._argkmin": "ArgKmin32 ArgKmin64 EuclideanArgKmin32 EuclideanArgKmin64",
      "sklearn.metrics._pairwise_distances_reduction._base": "BaseDistancesReduction32 BaseDistancesReduction64",
      "sklearn.metrics._pairwise_distances_reduction._datasets_pair": `DatasetsPair32 DatasetsPair64 DenseDenseDatasetsPair32
        DenseDenseDatasetsPair64 DenseSparseDatasetsPair32 DenseSparseDatasetsPair64 SparseDenseDatasetsPair32 SparseDenseDatasetsPair64
        SparseSparseDatasetsPair32 SparseSparseDatasetsPair64`,
      "sklearn.metrics._pairwise_distances_reduction._dispatcher": "ArgKmin BaseDistancesReductionDispatcher RadiusNeighbors",
      "sklearn.metrics._pairwise_distances_reduction._middle_term_computer": `DenseDenseMiddleTermComputer32
        DenseDenseMiddleTermComputer64 MiddleTermComputer32 MiddleTermComputer64 SparseSparseMiddleTermComputer32
        SparseSparseMiddleTermComputer64`,
      "sklearn.metrics._pairwise_distances_reduction._radius_neighbors": `EuclideanRadiusNeighbors32 EuclideanRadiusNeighbors64
        RadiusNeighbors32 RadiusNeighbors64`,
      "sklearn.metrics._scorer": "_BaseScorer _CurveScorer _DeprecatedScorers _MultimetricScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer",
      "sklearn.mixture": "BayesianGaussianMixture GaussianMixture",
      "sklearn.mixture._base": "BaseMixture",
      "sklearn.mixture._bayesian_mixture": "BayesianGaussianMixture",
      "sklearn.mixture._gaussian_mixture": "GaussianMixture",
      "sklearn.model_selection": "GridSearchCV RandomizedSearchCV",
      "sklearn.model_selection._classification_threshold": "FixedThresholdClassifier TunedThresholdClassifierCV",
      "sklearn.model_selection._plot": "LearningCurveDisplay",
      "sklearn.model_selection._search": "BaseSearchCV GridSearchCV ParameterGrid ParameterSampler RandomizedSearchCV",
      "sklearn.model_selection._search_successive_halving": `BaseSuccessiveHalving HalvingGridSearchCV HalvingRandomSearchCV
        _SubsampleMetaSplitter`,
      "sklearn.model_selection._split": `BaseCrossValidator BaseShuffleSplit GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut
        LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold
        StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit _BaseKFold _CVIterableWrapper _RepeatedSplits`,
      "sklearn.multiclass": "OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor",
      "sklearn.multioutput": "ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain _BaseChain _MultiOutputEstimator",
      "sklearn.naive_bayes": "BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB _BaseDiscreteNB _BaseNB",
      "sklearn.neighbors": `KNeighborsClassifier KNeighborsRegressor KernelDensity LocalOutlierFactor NearestCentroid NearestNeighbors
        RadiusNeighborsClassifier RadiusNeighborsRegressor`,
      "sklearn.neighbors._ball_tree": "BallTree BallTree32 BallTree64 BinaryTree NeighborsHeap NodeHeap",
      "sklearn.neighbors._base": "KNeighborsMixin NeighborsBase RadiusNeighborsMixin",
      "sklearn.neighbors._classification": "KNeighborsClassifier RadiusNeighborsClassifier",
      "sklearn.neighbors._distance_metric": "DistanceMetric",
      "sklearn.neighbors._graph": "KNeighborsTransformer RadiusNeighborsTransformer",
      "sklearn.neighbors._kd_tree": "BinaryTree KDTree KDTree32 KDTree64 NeighborsHeap NodeHeap",
      "sklearn.neighbors._kde": "KernelDensity",
      "sklearn.neighbors._lof": "LocalOutlierFactor",
      "sklearn.neighbors._nca": "NeighborhoodComponentsAnalysis",
      "sklearn.neighbors._nearest_centroid": "NearestCentroid",
      "sklearn.neighbors._quad_tree": "_QuadTree",
      "sklearn.neighbors._regression": "KNeighborsRegressor RadiusNeighborsRegressor",
      "sklearn.neighbors._unsupervised": "NearestNeighbors",
      "sklearn.neural_network": "BernoulliRBM MLPClassifier MLPRegressor",
      "sklearn.neural_network._multilayer_perceptron": "BaseMultilayerPerceptron MLPClassifier MLPRegressor",
      "sklearn.neural_network._rbm": "BernoulliRBM",
      "sklearn.neural_network._stochastic_optimizers": "AdamOptimizer BaseOptimizer SGDOptimizer",
      "sklearn.pipeline": "FeatureUnion Pipeline",
      "sklearn.preprocessing": `Binarizer FunctionTransformer KBinsDiscretizer LabelBinarizer LabelEncoder MaxAbsScaler MinMaxScaler
        Normalizer OneHotEncoder OrdinalEncoder PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler SplineTransformer
        StandardScaler`,
      "sklearn.preprocessing._data": `Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer
        RobustScaler StandardScaler`,
      "sklearn.preprocessing._discretization": "KBinsDiscretizer",
      "sklearn.preprocessing._encoders": "OneHotEncoder OrdinalEncoder _BaseEncoder",
      "sklearn.preprocessing._function_transformer": "FunctionTransformer",
      "sklearn.preprocessing._label": "LabelBinarizer LabelEncoder MultiLabelBinarizer",
      "sklearn.preprocessing._polynomial": "PolynomialFeatures SplineTransformer",
      "sklearn.preprocessing._target_encoder": "TargetEncoder",
      "sklearn.random_projection": "BaseRandomProjection GaussianRandomProjection SparseRandomProjection",
      "sklearn.semi_supervised": "LabelPropagation LabelSpreading SelfTrainingClassifier",
      "sklearn.semi_supervised._label_propagation": "BaseLabelPropagation LabelPropagation LabelSpreading",
      "sklearn.semi_supervised._self_training": "SelfTrainingClassifier",
      "sklearn.svm": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
      "sklearn.svm._base": "BaseLibSVM BaseSVC",
      "sklearn.svm._classes": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
      "sklearn.tree": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
      "sklearn.tree._classes": "BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
      "sklearn.tree._criterion": "ClassificationCriterion Criterion Entropy FriedmanMSE Gini MAE MSE Poisson RegressionCriterion",
      "sklearn.tree._export": "Sentinel _BaseTreeExporter _DOTTreeExporter _MPLTreeExporter",
      "sklearn.tree._reingold_tilford": "DrawTree",
      "sklearn.tree._splitter": `BaseDenseSplitter BaseSparseSplitter BestSparseSplitter BestSplitter RandomSparseSplitter RandomSplitter
        Splitter`,
      "sklearn.tree._tree": "BestFirstTreeBuilder DepthFirstTreeBuilder TreeBuilder _AlphaPruner _CCPPruneController _PathFinder",
      "sklearn.tree._utils": "WeightedMedianCalculator WeightedPQueue",
      "sklearn.utils._bunch": "Bunch",
      "sklearn.utils._metadata_requests": "MetadataRequest MetadataRouter MethodMapping MethodMetadataRequest",
      "sklearn.utils.deprecation": "DeprecationDict"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: an import of it is harmless",
    names: {
      "sklearn.cluster._kmeans": "_kmeans_single_lloyd",
      "sklearn.ensemble._hist_gradient_boosting.common": "G_H_DTYPE X_BINNED_DTYPE X_BITSET_INNER_DTYPE X_DTYPE Y_DTYPE",
      "sklearn.feature_selection._mutual_info": "mutual_info_classif mutual_info_regression",
      "sklearn.feature_selection._univariate_selection": "chi2 f_classif f_regression",
      "sklearn.metrics._classification": `accuracy_score balanced_accuracy_score cohen_kappa_score f1_score fbeta_score jaccard_score
        log_loss matthews_corrcoef precision_score recall_score`,
      "sklearn.metrics._ranking": "average_precision_score roc_auc_score",
      "sklearn.metrics._regression": `explained_variance_score max_error mean_absolute_error mean_squared_error mean_squared_log_error
        median_absolute_error r2_score root_mean_squared_error`,
      "sklearn.metrics._scorer": "_passthrough_scorer",
      "sklearn.metrics.pairwise": "cosine_similarity euclidean_distances linear_kernel polynomial_kernel rbf_kernel",
      "sklearn.preprocessing._function_transformer": "_identity"
    }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds an instance of its argument without `__init__`",
    names: {
      "sklearn._loss._loss": `__pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyHalfBinomialLoss
        __pyx_unpickle_CyHalfGammaLoss __pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss
        __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLoss __pyx_unpickle_CyHalfTweedieLossIdentity
        __pyx_unpickle_CyHuberLoss __pyx_unpickle_CyPinballLoss`
    }
  },
  {
    use: "first-is-class",
    reason: "compiled tree or metric: builds an instance of its argument",
    names: {
      "sklearn.metrics._dist_metrics": "newObj",
      "sklearn.neighbors._ball_tree": "newObj",
      "sklearn.neighbors._kd_tree": "newObj"
    }
  },
  {
    use: "class",
    reason: "estimator or helper: __setstate__ only updates the attributes",
    names: { "sklearn.calibration": "_TemperatureScaling" }
  },
  {
    use: "reference",
    reason: "metric, kernel or check of arrays: an import is harmless; none calls an argument or reads a file",
    names: {
      "sklearn.feature_selection._univariate_selection": "r_regression",
      "sklearn.metrics._classification": `brier_score_loss class_likelihood_ratios classification_report confusion_matrix d2_brier_score d2_log_loss_score hamming_loss
        hinge_loss multilabel_confusion_matrix precision_recall_fscore_support zero_one_loss`,
      "sklearn.metrics._ranking": `auc confusion_matrix_at_thresholds coverage_error dcg_score det_curve label_ranking_average_precision_score label_ranking_loss
        ndcg_score precision_recall_curve roc_curve top_k_accuracy_score`,
      "sklearn.metrics._regression": `d2_absolute_error_score d2_pinball_score d2_tweedie_score mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
        mean_poisson_deviance mean_tweedie_deviance root_mean_squared_log_error`,
      "sklearn.metrics._scorer": "negative_likelihood_ratio positive_likelihood_ratio",
      "sklearn.metrics.cluster._supervised": `adjusted_mutual_info_score adjusted_rand_score completeness_score fowlkes_mallows_score homogeneity_completeness_v_measure
        homogeneity_score mutual_info_score normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score`,
      "sklearn.metrics.cluster._unsupervised": "calinski_harabasz_score davies_bouldin_score",
      "sklearn.metrics.pairwise": "additive_chi2_kernel chi2_kernel laplacian_kernel manhattan_distances sigmoid_kernel",
      "sklearn.utils.validation": "check_array"
    }
  }
];
// src/python/known/statsmodels.ts
var statsmodels = {
  packages: "statsmodels",
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        statsmodels.base._constraints: LinearConstraints TransformRestriction
        statsmodels.base._penalized: PenalizedMixin
        statsmodels.base._penalties: ConstraintsPenalty CovariancePenalty L2 L2ConstraintsPenalty L2Univariate NonePenalty PSD Penalty
          PseudoHuber SCAD SCADSmoothed
        statsmodels.base._prediction_inference: PredictionResultsBase PredictionResultsDelta PredictionResultsMean
          PredictionResultsMonotonic
        statsmodels.base._screening: ScreeningResults VariableScreening
        statsmodels.base.distributed_estimation: DistributedModel DistributedResults
        statsmodels.base.elastic_net: RegularizedResults
        statsmodels.base.model: GenericLikelihoodModel GenericLikelihoodModelResults LikelihoodModel Model ResultMixin Results _LLRMixin
        statsmodels.base.optimizer: Optimizer
        statsmodels.base.transform: BoxCox
        statsmodels.discrete.conditional_models: ConditionalLogit ConditionalMNLogit ConditionalPoisson ConditionalResults
          _ConditionalModel
        statsmodels.discrete.count_model: GenericZeroInflated L1ZeroInflatedGeneralizedPoissonResults
          L1ZeroInflatedNegativeBinomialResults L1ZeroInflatedPoissonResults ZeroInflatedGeneralizedPoisson
          ZeroInflatedGeneralizedPoissonResults ZeroInflatedNegativeBinomialP ZeroInflatedNegativeBinomialResults ZeroInflatedPoisson
          ZeroInflatedPoissonResults ZeroInflatedResults
        statsmodels.discrete.diagnostic: CountDiagnostic PoissonDiagnostic
        statsmodels.discrete.discrete_margins: DiscreteMargins Margins
        statsmodels.discrete.discrete_model: BinaryModel BinaryResults CountModel CountResults DiscreteModel DiscreteResults
          GeneralizedPoisson GeneralizedPoissonResults L1BinaryResults L1CountResults L1GeneralizedPoissonResults L1MultinomialResults
          L1NegativeBinomialResults L1PoissonResults MNLogit MultinomialModel MultinomialResults NegativeBinomialP
          NegativeBinomialPResults NegativeBinomialResults OrderedResults Poisson PoissonResults Probit ProbitResults
        statsmodels.discrete.truncated_model: HurdleCountModel HurdleCountResults L1HurdleCountResults L1TruncatedLFGenericResults
          TruncatedLFGeneralizedPoisson TruncatedLFGeneric TruncatedLFGenericResults TruncatedLFNegativeBinomialP TruncatedLFPoisson
          TruncatedLFPoissonResults TruncatedNegativeBinomialResults _RCensored _RCensoredGeneralizedPoisson _RCensoredGeneric
          _RCensoredNegativeBinomialP _RCensoredPoisson
        statsmodels.distributions.bernstein: BernsteinDistribution BernsteinDistributionBV BernsteinDistributionUV
        statsmodels.distributions.copula.archimedean: ArchimedeanCopula ClaytonCopula FrankCopula GumbelCopula
        statsmodels.distributions.copula.copulas: Copula CopulaDistribution
        statsmodels.distributions.copula.elliptical: EllipticalCopula GaussianCopula StudentTCopula
        statsmodels.distributions.copula.extreme_value: ExtremeValueCopula
        statsmodels.distributions.copula.other_copulas: IndependenceCopula
        statsmodels.distributions.copula.transforms: TransfClayton TransfFrank TransfGumbel TransfIndep Transforms _TransfPower
        statsmodels.distributions.discrete: DiscretizedModel
        statsmodels.distributions.mixture_rvs: MixtureDistribution
        statsmodels.duration.hazard_regression: PHReg PHRegResults PHSurvivalTime rv_discrete_float
        statsmodels.duration.survfunc: CumIncidenceRight SurvfuncRight
        statsmodels.formula._manager: FormulaManager NAAction _Default _FormulaOption
        statsmodels.gam.gam_cross_validation.cross_validators: BaseCrossValidator KFold
        statsmodels.gam.gam_cross_validation.gam_cross_validation: BaseCV BasePenaltiesPathCV MultivariateGAMCV MultivariateGAMCVPath
        statsmodels.gam.gam_penalties: MultivariateGamPenalty UnivariateGamPenalty
        statsmodels.gam.generalized_additive_model: GLMGam GLMGamResults LogitGam
        statsmodels.gam.smooth_basis: AdditiveGamSmoother BSplines CubicSplines CyclicCubicSplines GenericSmoothers PolynomialSmoother
          UnivariateBSplines UnivariateCubicCyclicSplines UnivariateCubicSplines UnivariateGamSmoother UnivariateGenericSmoother
          UnivariatePolynomialSmoother
        statsmodels.genmod.bayes_mixed_glm: BayesMixedGLMResults BinomialBayesMixedGLM PoissonBayesMixedGLM _BayesMixedGLM
          _VariationalBayesMixedGLM
        statsmodels.genmod.cov_struct: Autoregressive CategoricalCovStruct CovStruct Equivalence Exchangeable GlobalOddsRatio Independence
          Nested NominalIndependence OrdinalIndependence Stationary Unstructured
        statsmodels.genmod.families.family: Family Gamma Gaussian InverseGaussian NegativeBinomial Poisson Tweedie
        statsmodels.genmod.generalized_estimating_equations: GEE GEEMargins GEEResults NominalGEE NominalGEEResults OrdinalGEE
          OrdinalGEEResults ParameterConstraint _Multinomial
        statsmodels.genmod.qif: QIF QIFAutoregressive QIFCovariance QIFExchangeable QIFIndependence QIFResults
        statsmodels.iolib.table: Cell
        statsmodels.miscmodels.count: PoissonGMLE PoissonOffsetGMLE PoissonZiGMLE
        statsmodels.miscmodels.nonlinls: Myfunc NonlinearLS Results
        statsmodels.miscmodels.ordinal_model: OrderedModel OrderedResults
        statsmodels.miscmodels.tmodel: TLinearModel
        statsmodels.miscmodels.try_mlecov: MLEGLS
        statsmodels.multivariate.cancorr: CanCorr
        statsmodels.multivariate.factor: Factor FactorResults
        statsmodels.multivariate.manova: MANOVA
        statsmodels.multivariate.multivariate_ols: MultivariateLS MultivariateLSResults _MultivariateOLS _MultivariateOLSResults
        statsmodels.multivariate.pca: PCA
        statsmodels.nonparametric.kde: KDEUnivariate
        statsmodels.nonparametric.kernel_density: KDEMultivariate
        statsmodels.othermod.betareg: BetaModel BetaResults
        statsmodels.regression._prediction: PredictionResults
        statsmodels.regression._tools: _MinimalWLS
        statsmodels.regression.dimred: CovarianceReduction DimReductionResults PrincipalHessianDirections SlicedAverageVarianceEstimation
          SlicedInverseReg _DimReductionRegression
        statsmodels.regression.feasible_gls: GLSHet GLSHet2
        statsmodels.regression.linear_model: GLS GLSAR RegressionModel RegressionResults WLS
        statsmodels.regression.mixed_linear_model: MixedLM MixedLMParams MixedLMResults VCSpec _mixedlm_distribution
        statsmodels.regression.process_regression: GaussianCovariance
        statsmodels.regression.quantile_regression: QuantReg QuantRegResults
        statsmodels.regression.recursive_ls: RecursiveLS RecursiveLSResults
        statsmodels.regression.rolling: RollingOLS RollingRegressionResults RollingWLS
        statsmodels.robust.covariance: CovDetMCD CovDetMM CovDetS CovM _Standardize
        statsmodels.robust.resistant_linear_model: RLMDetS RLMDetSMM
        statsmodels.robust.robust_linear_model: RLM RLMResults
        statsmodels.sandbox.stats.multicomp: GroupsStats MultiComparison TukeyHSDResults
        statsmodels.tsa.ar_model: AR AROrderSelectionResults ARResults AutoReg AutoRegResults
        statsmodels.tsa.ardl.model: ARDL ARDLOrderSelectionResults ARDLResults UECM UECMResults
        statsmodels.tsa.arima_model: ARIMA ARIMAResults ARMA ARMAResults
        statsmodels.tsa.base.prediction: PredictionResults
        statsmodels.tsa.base.tsa_model: TimeSeriesModelResults
        statsmodels.tsa.descriptivestats: TsaDescriptive
        statsmodels.tsa.deterministic: DeterministicProcess
        statsmodels.tsa.exponential_smoothing.base: StateSpaceMLEModel StateSpaceMLEResults
        statsmodels.tsa.exponential_smoothing.ets: ETSModel ETSResults PredictionResults
        statsmodels.tsa.forecasting.stl: STLForecast STLForecastResults
        statsmodels.tsa.forecasting.theta: ThetaModel ThetaModelResults
        statsmodels.tsa.holtwinters._smoothers: HoltWintersArgs
        statsmodels.tsa.holtwinters.model: Holt SimpleExpSmoothing _OptConfig
        statsmodels.tsa.mlemodel: TSMLEModel
        statsmodels.tsa.regime_switching.markov_autoregression: MarkovAutoregression MarkovAutoregressionResults
        statsmodels.tsa.regime_switching.markov_regression: MarkovRegression MarkovRegressionResults
        statsmodels.tsa.regime_switching.markov_switching: HamiltonFilterResults KimSmootherResults MarkovSwitching MarkovSwitchingParams
          MarkovSwitchingResults
        statsmodels.tsa.seasonal: DecomposeResult
        statsmodels.tsa.seasonal._seasonal: DecomposeResult
        statsmodels.tsa.statespace._quarterly_ar1: QuarterlyAR1
        statsmodels.tsa.statespace.cfa_simulation_smoother: CFASimulationSmoother
        statsmodels.tsa.statespace.dynamic_factor: DynamicFactor DynamicFactorResults
        statsmodels.tsa.statespace.dynamic_factor_mq: DynamicFactorMQ DynamicFactorMQResults
        statsmodels.tsa.statespace.exponential_smoothing: ExponentialSmoothing ExponentialSmoothingResults
        statsmodels.tsa.statespace.kalman_filter: FilterResults KalmanFilter
        statsmodels.tsa.statespace.kalman_smoother: KalmanSmoother
        statsmodels.tsa.statespace.mlemodel: MLEModel MLEResults PredictionResults
        statsmodels.tsa.statespace.news: NewsResults
        statsmodels.tsa.statespace.representation: FrozenRepresentation MatrixWrapper OptionWrapper Representation
        statsmodels.tsa.statespace.structural: UnobservedComponents UnobservedComponentsResults
        statsmodels.tsa.statespace.varmax: VARMAX VARMAXResults
        statsmodels.tsa.stl.mstl: MSTL
        statsmodels.tsa.varma_process: VarmaPoly _Var
        statsmodels.tsa.vector_ar.irf: BaseIRAnalysis IRAnalysis
        statsmodels.tsa.vector_ar.local_proj: LocalProjections LocalProjectionsResults
        statsmodels.tsa.vector_ar.output: VARSummary
        statsmodels.tsa.vector_ar.plotting: MPLConfigurator
        statsmodels.tsa.vector_ar.svar_model: SVAR SVARResults
        statsmodels.tsa.vector_ar.var_model: FEVD LagOrderResults VAR VARResults
        statsmodels.tsa.vector_ar.vecm: CointRankResults VECM VECMResults
        statsmodels.tsa.x13: SeriesSpec Spec X13ArimaAnalysisResult`
    },
    {
      use: "attributes-only-callable",
      reason: "class without hooks: restoring it only sets attributes; it can be called",
      names: `
        statsmodels.distributions.copula._special: Sterling1 Sterling2
        statsmodels.distributions.copula.depfunc_ev: AsymBiLogistic AsymLogistic AsymMixed AsymNegLogistic HR PickandDependence TEV
        statsmodels.distributions.empirical_distribution: ECDF ECDFDiscrete StepFunction
        statsmodels.genmod.families.links: CDFLink CLogLog Cauchy Identity InversePower InverseSquared Link Log LogC LogLog
          NegativeBinomial Power Probit Sqrt cauchy cloglog identity inverse_power inverse_squared log logc logit loglog nbinom probit
          sqrt
        statsmodels.genmod.families.varfuncs: NegativeBinomial Power VarianceFunction
        statsmodels.genmod.generalized_estimating_equations: _MultinomialLogit
        statsmodels.robust.covariance: _NormalizeTruncCov
        statsmodels.robust.norms: AndrewWave Hampel HuberT LeastSquares MQuantileNorm RamsayE RobustNorm StudentT TrimmedMean
          TukeyBiweight TukeyQuartic
        statsmodels.robust.scale: Huber HuberScale MScale
        statsmodels.tsa.statespace._pykalman_smoother: _KalmanSmoother
        statsmodels.tsa.stattools._leybourne: LeybourneMcCabeStationarity
        statsmodels.tsa.stattools._stattools: ZivotAndrewsUnitRoot`
    },
    {
      use: "attributes-only",
      reason: "wrapper of results: `__setstate__` updates its attributes, and `__getattribute__` reads them",
      names: `
        statsmodels.base.elastic_net: RegularizedResultsWrapper
        statsmodels.base.model: LikelihoodResultsWrapper
        statsmodels.discrete.conditional_models: ConditionalResultsWrapper
        statsmodels.discrete.count_model: L1ZeroInflatedGeneralizedPoissonResultsWrapper L1ZeroInflatedNegativeBinomialResultsWrapper
          L1ZeroInflatedPoissonResultsWrapper ZeroInflatedGeneralizedPoissonResultsWrapper ZeroInflatedNegativeBinomialResultsWrapper
          ZeroInflatedPoissonResultsWrapper
        statsmodels.discrete.discrete_model: CountResultsWrapper GeneralizedPoissonResultsWrapper L1BinaryResultsWrapper
          L1CountResultsWrapper L1GeneralizedPoissonResultsWrapper L1MultinomialResultsWrapper L1NegativeBinomialResultsWrapper
          L1PoissonResultsWrapper MultinomialResultsWrapper NegativeBinomialPResultsWrapper NegativeBinomialResultsWrapper
          OrderedResultsWrapper PoissonResultsWrapper
        statsmodels.discrete.truncated_model: HurdleCountResultsWrapper L1HurdleCountResultsWrapper L1TruncatedLFGenericResultsWrapper
          TruncatedLFGenericResultsWrapper
        statsmodels.gam.generalized_additive_model: GLMGamResultsWrapper
        statsmodels.genmod.generalized_estimating_equations: GEEResultsWrapper NominalGEEResultsWrapper OrdinalGEEResultsWrapper
        statsmodels.genmod.qif: QIFResultsWrapper
        statsmodels.miscmodels.ordinal_model: OrderedResultsWrapper
        statsmodels.multivariate.multivariate_ols: MultivariateLSResultsWrapper
        statsmodels.othermod.betareg: BetaResultsWrapper
        statsmodels.regression.dimred: DimReductionResultsWrapper
        statsmodels.regression.mixed_linear_model: MixedLMResultsWrapper
        statsmodels.regression.recursive_ls: RecursiveLSResultsWrapper
        statsmodels.robust.robust_linear_model: RLMResultsWrapper
        statsmodels.tsa.ar_model: AutoRegResultsWrapper
        statsmodels.tsa.ardl.model: ARDLResultsWrapper UECMResultsWrapper
        statsmodels.tsa.base.tsa_model: TimeSeriesResultsWrapper
        statsmodels.tsa.exponential_smoothing.ets: ETSResultsWrapper PredictionResultsWrapper
        statsmodels.tsa.regime_switching.markov_autoregression: MarkovAutoregressionResultsWrapper
        statsmodels.tsa.regime_switching.markov_regression: MarkovRegressionResultsWrapper
        statsmodels.tsa.regime_switching.markov_switching: MarkovSwitchingResultsWrapper
        statsmodels.tsa.statespace.dynamic_factor: DynamicFactorResultsWrapper
        statsmodels.tsa.statespace.exponential_smoothing: ExponentialSmoothingResultsWrapper
        statsmodels.tsa.statespace.mlemodel: MLEResultsWrapper PredictionResultsWrapper
        statsmodels.tsa.statespace.structural: UnobservedComponentsResultsWrapper
        statsmodels.tsa.statespace.varmax: VARMAXResultsWrapper
        statsmodels.tsa.vector_ar.var_model: VARResultsWrapper`
    },
    {
      use: "attributes-only",
      reason: "`__setstate__` updates the attributes and binds its own methods",
      names: `
        statsmodels.discrete.discrete_model: NegativeBinomial`
    },
    {
      use: "formula",
      reason: "data of a model: `__setstate__` evaluates the formula in its state as Python code",
      names: `
        statsmodels.base.data: FormulaicData ModelData PandasData PatsyData`
    },
    {
      use: "call",
      reason: "compiled decomposition: takes an array and numbers",
      names: `
        statsmodels.tsa._stl: STL
        statsmodels.tsa.stl._stl: STL`
    },
    {
      use: "reference",
      reason: "compiled recursion: an import of it is harmless",
      names: `
        statsmodels.tsa.exponential_smoothing._ets_smooth: _ets_smooth_add_add _ets_smooth_add_mul _ets_smooth_mul_add _ets_smooth_mul_mul`
    },
    {
      use: "distribution",
      reason: "distribution of SciPy: `__setstate__` runs the argument template in its state as code",
      names: `
        statsmodels.distributions.discrete: genpoisson_p_gen zinegativebinomial_gen zipoisson_gen`
    }
  ]
};
// src/python/known/stdlib.ts
var stdlib2 = [
  {
    use: "call",
    reason: "container of the standard library: keeps its arguments",
    names: {
      argparse: "Namespace",
      collections: "ChainMap Counter OrderedDict UserDict UserList UserString deque",
      io: "BytesIO StringIO",
      types: "EllipsisType MappingProxyType NoneType NotImplementedType SimpleNamespace"
    }
  },
  {
    use: "call",
    reason: "builtin type or constant: only builds a value",
    names: {
      builtins: `Ellipsis NotImplemented bool buffer bytearray bytes complex dict float frozenset int list object range set slice str
        tuple`
    }
  },
  {
    use: "call",
    reason: "value class: parses or keeps its arguments",
    names: {
      array: "array",
      datetime: "date datetime time timedelta timezone tzinfo",
      decimal: "Context Decimal",
      fractions: "Fraction",
      inspect: "Parameter Signature",
      ipaddress: "IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network",
      os: "stat_result statvfs_result terminal_size times_result uname_result",
      pathlib: "Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath",
      random: "Random",
      re: "_compile",
      time: "struct_time",
      uuid: "UUID"
    }
  },
  {
    use: "call",
    reason: "exception class: built, not raised",
    names: {
      builtins: `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError ChildProcessError
        ConnectionError DeprecationWarning EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
        ImportError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError RuntimeError
        RuntimeWarning StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError
        UnicodeError UserWarning ValueError Warning ZeroDivisionError`,
      decimal: "Clamped DecimalException DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow"
    }
  },
  {
    use: "call",
    reason: "iterator with a plain state",
    names: { itertools: "chain count cycle repeat" }
  },
  {
    use: "shared",
    reason: "returns a logger of the program by name",
    names: { logging: "getLogger" }
  },
  {
    use: "class",
    reason: "class of the standard library: imported, or with a plain state",
    names: {
      abc: "ABC",
      calendar: "Calendar",
      "collections.abc": "Callable Iterable Iterator Mapping Sequence Set",
      csv: "excel",
      dataclasses: "_MISSING_TYPE",
      difflib: "SequenceMatcher",
      enum: "Enum Flag IntEnum IntFlag",
      inspect: "_empty",
      logging: "LogRecord",
      numbers: "Complex Integral Number Rational Real",
      statistics: "NormalDist",
      string: "Template",
      textwrap: "TextWrapper",
      "urllib.parse": "ParseResult SplitResult"
    }
  },
  {
    use: "reference",
    reason: "metaclass: an import is harmless, an instance of it is a new class with methods of the file",
    names: { abc: "ABCMeta", enum: "EnumMeta EnumType" }
  },
  {
    use: "class",
    reason: "type annotation: an import of it is harmless",
    names: {
      typing: `Any Callable ClassVar Counter DefaultDict Deque Dict Final FrozenSet Generic Iterable Iterator List Literal Mapping Optional OrderedDict Sequence
        Set Tuple Type Union`
    }
  },
  {
    use: "reference",
    reason: "function: an import of it is harmless",
    names: {
      builtins: `abs all any ascii bin callable chr classmethod divmod format hasattr hash hex id isinstance issubclass len max memoryview min next oct ord pow
        print property repr round sorted staticmethod sum super`,
      collections: "namedtuple",
      json: "dumps loads",
      cmath: "exp",
      math: "ceil cos e exp floor log log10 log2 pi pow prod sin sqrt tan tanh",
      operator: "add eq ge gt le lt mul ne neg not_ sub truediv xor",
      posixpath: "basename join",
      zlib: "adler32 crc32"
    }
  },
  {
    use: "iterator",
    reason: "iterator over its argument",
    names: {
      builtins: "enumerate reversed zip",
      itertools: "combinations combinations_with_replacement compress islice pairwise permutations product zip_longest"
    }
  },
  {
    use: "one-iterable",
    reason: "iterator over its argument; with a second argument it calls the first for every item",
    names: { builtins: "iter" }
  },
  {
    use: "mapped",
    reason: "iterator that calls a function for each item",
    names: { builtins: "filter map" }
  },
  {
    use: "get-attribute",
    reason: "picklers write enumeration members, nested classes and bound methods with it",
    names: { builtins: "getattr" }
  },
  {
    use: "type-of",
    reason: "picklers write the types of None and Ellipsis with it",
    names: { builtins: "type" }
  },
  {
    use: "codec",
    reason: "Python 3 writes bytes with it at protocol 2 and below",
    names: { _codecs: "encode" }
  },
  {
    use: "partial",
    reason: "keeps a function and its arguments for later",
    names: { functools: "partial" }
  },
  {
    use: "flags",
    reason: "combination of two flags of one enumeration",
    names: { operator: "and_ or_" }
  },
  {
    use: "union",
    reason: "picklers write unions of types with it",
    names: { functools: "reduce" }
  },
  {
    use: "typing-item",
    reason: "picklers write generics of typing with it",
    names: { operator: "getitem" }
  },
  {
    use: "first-is-class",
    reason: "array constructor: builds an instance of its argument from bytes",
    names: { array: "_array_reconstructor" }
  },
  {
    use: "default-factory",
    reason: "dict that calls its factory for a missing key",
    names: { collections: "defaultdict" }
  },
  {
    use: "first-is-class",
    reason: "builds an instance of its argument without `__init__`",
    names: { copyreg: "__newobj__ __newobj_ex__" }
  },
  {
    use: "reconstructor",
    reason: "picklers build objects with it at protocols 0 and 1",
    names: { copyreg: "_reconstructor" }
  },
  {
    use: "attribute-getter",
    reason: "gets an attribute later",
    names: { operator: "attrgetter" }
  },
  {
    use: "item-getter",
    reason: "gets an item later",
    names: { operator: "itemgetter" }
  },
  {
    use: "method-caller",
    reason: "calls a method later",
    names: { operator: "methodcaller" }
  },
  {
    use: "member",
    reason: "enumeration: a call with one literal returns a member",
    names: {
      http: "HTTPStatus",
      re: "RegexFlag",
      inspect: "_ParameterKind",
      signal: "Handlers Signals",
      socket: "AddressFamily SocketKind",
      uuid: "SafeUUID"
    }
  },
  {
    use: "first-is-class",
    reason: "type annotation of its argument",
    names: { types: "GenericAlias" }
  },
  {
    use: "zone-key",
    reason: "time zone: reads the zone file of that key",
    names: { zoneinfo: "ZoneInfo ZoneInfo._unpickle" }
  }
];
// src/python/known/structures.ts
var structures = {
  packages: "easydict flax gym gymnasium jax networkx optax polars rdkit regex shapely sympy xarray yacs",
  groups: [
    {
      use: "class",
      reason: "expression of SymPy 1.14: built from expressions; text arguments are judged separately",
      names: `
        sympy.concrete.summations: Sum
        sympy.core.containers: Tuple
        sympy.core.function: Derivative Lambda
        sympy.core.mul: Mul
        sympy.core.numbers: ComplexInfinity Exp1 Float Half ImaginaryUnit Infinity NaN One Pi Rational Zero
        sympy.core.relational: Equality StrictGreaterThan StrictLessThan
        sympy.core.symbol: Dummy Str Wild
        sympy.functions.elementary.complexes: Abs
        sympy.functions.elementary.exponential: exp log
        sympy.functions.elementary.hyperbolic: cosh
        sympy.functions.elementary.integers: floor
        sympy.functions.elementary.miscellaneous: Max
        sympy.functions.elementary.piecewise: ExprCondPair Piecewise
        sympy.functions.elementary.trigonometric: acos tan
        sympy.functions.special.bessel: besselj
        sympy.functions.special.delta_functions: Heaviside
        sympy.functions.special.error_functions: erf
        sympy.functions.special.gamma_functions: gamma
        sympy.integrals.integrals: Integral
        sympy.logic.boolalg: And BooleanFalse BooleanTrue
        sympy.sets.fancysets: Integers Reals
        sympy.sets.sets: EmptySet FiniteSet Interval Union`
    },
    {
      use: "attributes-only",
      reason: "graph or view of networkx: `__setstate__` sets the attributes",
      names: `
        networkx.algorithms.planarity: PlanarEmbedding
        networkx.classes.coreviews: AtlasView FilterAdjacency FilterAtlas MultiAdjacencyView
        networkx.classes.filters: show_nodes
        networkx.classes.multidigraph: MultiDiGraph
        networkx.classes.multigraph: MultiGraph
        networkx.classes.reportviews: DegreeView DiDegreeView DiMultiDegreeView EdgeView InDegreeView InEdgeView InMultiDegreeView
          InMultiEdgeView MultiDegreeView MultiEdgeView OutDegreeView OutEdgeView OutMultiDegreeView OutMultiEdgeView`
    },
    {
      use: "class",
      reason: "index or variable of xarray: its state sets slots",
      names: `
        xarray.core.indexes: PandasIndex PandasMultiIndex
        xarray.core.indexing: PandasIndexingAdapter PandasMultiIndexingAdapter
        xarray.core.variable: IndexVariable`
    },
    {
      use: "attributes-only",
      reason: "frame or column of polars: its state is bytes of Arrow, which compiled code reads",
      names: `
        polars.dataframe.frame: DataFrame
        polars.series.series: Series`
    },
    {
      use: "attributes-only",
      reason: "type of polars: keeps its parameters",
      names: `
        polars.datatypes.classes: Binary Boolean Categorical Date Datetime Decimal Duration Field Float32 Float64 Int128 Int16 Int32 Int64
          Int8 List Null String Struct Time UInt16 UInt32 UInt64 UInt8`
    },
    {
      use: "attributes-only",
      reason: "space of Gym or gymnasium: `__setstate__` copies a dict of attributes",
      names: `
        gym.spaces.box: Box
        gym.spaces.dict: Dict
        gym.spaces.discrete: Discrete
        gym.spaces.multi_binary: MultiBinary
        gym.spaces.multi_discrete: MultiDiscrete
        gym.spaces.tuple: Tuple
        gymnasium.spaces.box: Box
        gymnasium.spaces.dict: Dict
        gymnasium.spaces.discrete: Discrete
        gymnasium.spaces.graph: Graph
        gymnasium.spaces.multi_binary: MultiBinary
        gymnasium.spaces.multi_discrete: MultiDiscrete
        gymnasium.spaces.sequence: Sequence
        gymnasium.spaces.text: Text
        gymnasium.spaces.tuple: Tuple`
    },
    {
      use: "call",
      reason: "shape or molecule: compiled code reads its bytes",
      names: `
        rdkit.Chem.rdchem: Mol
        rdkit.DataStructs.cDataStructs: ExplicitBitVect IntSparseIntVect LongSparseIntVect SparseBitVect UIntSparseIntVect
          ULongSparseIntVect
        shapely.io: from_wkb
        shapely.strtree: STRtree`
    },
    {
      use: "class",
      reason: "dict with attributes: its items become attributes",
      names: `
        easydict: EasyDict
        yacs.config: CfgNode`
    },
    {
      use: "call",
      reason: "frozen dict: copies its dict arguments",
      names: `
        flax.core.frozen_dict: FrozenDict`
    },
    {
      use: "remade-array",
      reason: "array of JAX: calls an array constructor, its argument",
      names: `
        jax._src.array: _reconstruct_array`
    },
    {
      use: "member",
      reason: "flags of the module regex: a call with one literal returns a member",
      names: `
        regex._regex_core: RegexFlag`
    },
    {
      use: "reference",
      reason: "function that a graph uses as a method",
      names: `
        networkx.classes.filters: no_filter
        networkx.classes.function: frozen`
    },
    {
      use: "class",
      reason: "named tuple: keeps its arguments",
      names: `
        optax._src.base: EmptyState
        optax._src.factorized: FactoredState
        optax._src.transform: ScaleByAdamState ScaleByLionState ScaleByRmsState ScaleByRssState ScaleByScheduleState
        optax.schedules._inject: InjectStatefulHyperparamsState
        optax.transforms._accumulation: MultiStepsState TraceState
        optax.transforms._masking: MaskedState`
    }
  ]
};
// src/python/known/text.ts
var text3 = {
  packages: "gensim nltk",
  groups: [
    {
      use: "attributes-only",
      reason: "class without hooks: restoring it only sets attributes",
      names: `
        gensim.corpora.bleicorpus: BleiCorpus
        gensim.corpora.csvcorpus: CsvCorpus
        gensim.corpora.indexedcorpus: IndexedCorpus
        gensim.corpora.lowcorpus: LowCorpus
        gensim.corpora.opinosiscorpus: OpinosisCorpus
        gensim.corpora.sharded_corpus: ShardedCorpus
        gensim.corpora.svmlightcorpus: SvmLightCorpus
        gensim.corpora.textcorpus: TextCorpus TextDirectoryCorpus
        gensim.corpora.wikicorpus: WikiCorpus
        gensim.models: VocabTransform
        gensim.models.atmodel: AuthorTopicModel AuthorTopicState
        gensim.models.basemodel: BaseTopicModel
        gensim.models.bm25model: AtireBM25Model BM25ABC LuceneBM25Model OkapiBM25Model
        gensim.models.callbacks: CallbackAny2Vec CoherenceMetric ConvergenceMetric DiffMetric Metric PerplexityMetric
        gensim.models.coherencemodel: CoherenceModel
        gensim.models.doc2vec: Doc2VecTrainables Doc2VecVocab TaggedBrownCorpus TaggedLineDocument
        gensim.models.ensemblelda: CBDBSCAN Cluster EnsembleLda Topic
        gensim.models.fasttext: FastTextTrainables FastTextVocab
        gensim.models.hdpmodel: HdpModel HdpTopicFormatter SuffStats
        gensim.models.keyedvectors: CompatVocab
        gensim.models.ldamulticore: LdaMulticore
        gensim.models.ldaseqmodel: LdaPost LdaSeqModel sslm
        gensim.models.logentropy_model: LogEntropyModel
        gensim.models.nmf: Nmf
        gensim.models.normmodel: NormModel
        gensim.models.phrases: FrozenPhrases _PhrasesTransformation
        gensim.models.poincare: LexicalEntailmentEvaluation LinkPredictionEvaluation NegativesBuffer PoincareBatch PoincareKeyedVectors
          PoincareModel PoincareRelations ReconstructionEvaluation
        gensim.models.translation_matrix: BackMappingTranslationMatrix Space TranslationMatrix
        gensim.models.word2vec: BrownCorpus LineSentence PathLineSentences Text8Corpus Word2VecTrainables Word2VecVocab
        gensim.similarities.annoy: AnnoyIndexer
        gensim.similarities.docsim: MatrixSimilarity Shard Similarity SoftCosineSimilarity SparseMatrixSimilarity WmdSimilarity
        gensim.similarities.fastss: FastSS
        gensim.similarities.levenshtein: LevenshteinSimilarityIndex
        gensim.similarities.termsim: SparseTermSimilarityMatrix TermSimilarityIndex UniformTermSimilarityIndex
          WordEmbeddingSimilarityIndex
        nltk.chunk.api: ChunkParserI
        nltk.chunk.named_entity: Maxent_NE_Chunker NEChunkParser NEChunkParserTagger
        nltk.chunk.regexp: ChunkRule ChunkRuleWithContext ChunkString ExpandLeftRule ExpandRightRule MergeRule RegexpChunkParser
          RegexpChunkRule RegexpParser SplitRule StripRule UnChunkRule
        nltk.chunk.util: ChunkScore
        nltk.classify.api: ClassifierI MultiClassifierI
        nltk.classify.decisiontree: DecisionTreeClassifier
        nltk.classify.maxent: FunctionBackedMaxentFeatureEncoding GISEncoding MaxentFeatureEncodingI TadmEventMaxentFeatureEncoding
          TadmMaxentClassifier TypedMaxentFeatureEncoding
        nltk.classify.positivenaivebayes: PositiveNaiveBayesClassifier
        nltk.classify.rte_classify: RTEFeatureExtractor
        nltk.classify.scikitlearn: SklearnClassifier
        nltk.classify.svm: SvmClassifier
        nltk.classify.textcat: TextCat
        nltk.classify.util: CutoffChecker
        nltk.classify.weka: ARFF_Formatter
        nltk.collocations: BigramCollocationFinder
        nltk.grammar: PCFG
        nltk.lm.api: LanguageModel Smoothing
        nltk.lm.counter: NgramCounter
        nltk.lm.models: AbsoluteDiscountingInterpolated InterpolatedLanguageModel KneserNeyInterpolated Laplace Lidstone MLE StupidBackoff
          WittenBellInterpolated
        nltk.lm.smoothing: AbsoluteDiscounting KneserNey WittenBell
        nltk.lm.vocabulary: Vocabulary
        nltk.parse.api: ParserI
        nltk.parse.bllip: BllipParser
        nltk.parse.chart: AbstractChartRule BottomUpChartParser BottomUpLeftCornerChartParser BottomUpPredictCombineRule
          BottomUpPredictRule CachedTopDownPredictRule Chart ChartParser ChartRuleI EmptyPredictRule FilteredBottomUpPredictCombineRule
          FilteredSingleEdgeFundamentalRule FundamentalRule LeafInitRule LeftCornerChartParser SingleEdgeFundamentalRule
          SteppingChartParser TopDownChartParser TopDownInitRule TopDownPredictRule
        nltk.parse.dependencygraph: DependencyGraph
        nltk.parse.earleychart: CompleteFundamentalRule CompleterRule EarleyChartParser FeatureCompleteFundamentalRule
          FeatureCompleterRule FeatureEarleyChartParser FeatureIncrementalBottomUpChartParser
          FeatureIncrementalBottomUpLeftCornerChartParser FeatureIncrementalChart FeatureIncrementalChartParser
          FeatureIncrementalTopDownChartParser FeaturePredictorRule FeatureScannerRule FilteredCompleteFundamentalRule
          IncrementalBottomUpChartParser IncrementalBottomUpLeftCornerChartParser IncrementalChart IncrementalChartParser
          IncrementalLeftCornerChartParser IncrementalTopDownChartParser PredictorRule ScannerRule
        nltk.parse.evaluate: DependencyEvaluator
        nltk.parse.featurechart: FeatureBottomUpChartParser FeatureBottomUpLeftCornerChartParser FeatureBottomUpPredictCombineRule
          FeatureBottomUpPredictRule FeatureChart FeatureChartParser FeatureEmptyPredictRule FeatureFundamentalRule
          FeatureSingleEdgeFundamentalRule FeatureTopDownChartParser FeatureTopDownInitRule FeatureTopDownPredictRule InstantiateVarsChart
        nltk.parse.nonprojectivedependencyparser: DemoScorer DependencyScorerI NaiveBayesDependencyScorer NonprojectiveDependencyParser
          ProbabilisticNonprojectiveParser
        nltk.parse.pchart: BottomUpProbabilisticChartParser InsideChartParser LongestChartParser ProbabilisticBottomUpInitRule
          ProbabilisticBottomUpPredictRule ProbabilisticFundamentalRule RandomChartParser SingleEdgeProbabilisticFundamentalRule
          UnsortedChartParser
        nltk.parse.projectivedependencyparser: ChartCell ProbabilisticProjectiveDependencyParser ProjectiveDependencyParser
        nltk.parse.recursivedescent: RecursiveDescentParser SteppingRecursiveDescentParser
        nltk.parse.shiftreduce: ShiftReduceParser SteppingShiftReduceParser
        nltk.parse.transitionparser: Configuration Transition TransitionParser
        nltk.parse.viterbi: ViterbiParser
        nltk.probability: CrossValidationProbDist DictionaryProbDist HeldoutProbDist ImmutableProbabilisticMixIn KneserNeyProbDist
          LaplaceProbDist LidstoneProbDist MLEProbDist MutableProbDist ProbDistI ProbabilisticMixIn RandomProbDist
          SimpleGoodTuringProbDist UniformProbDist WittenBellProbDist
        nltk.stem.api: StemmerI
        nltk.stem.arlstem: ARLSTem
        nltk.stem.arlstem2: ARLSTem2
        nltk.stem.cistem: Cistem
        nltk.stem.isri: ISRIStemmer
        nltk.stem.lancaster: LancasterStemmer
        nltk.stem.porter: PorterStemmer
        nltk.stem.regexp: RegexpStemmer
        nltk.stem.rslp: RSLPStemmer
        nltk.stem.snowball: ArabicStemmer DanishStemmer DutchStemmer EnglishStemmer FinnishStemmer FrenchStemmer GermanStemmer
          HungarianStemmer ItalianStemmer NorwegianStemmer PorterStemmer PortugueseStemmer RomanianStemmer RussianStemmer SnowballStemmer
          SpanishStemmer SwedishStemmer _LanguageSpecificStemmer _ScandinavianStemmer _StandardStemmer
        nltk.stem.wordnet: WordNetLemmatizer
        nltk.tag.api: FeaturesetTaggerI TaggerI
        nltk.tag.brill: BrillTagger Pos Word
        nltk.tag.brill_trainer: BrillTaggerTrainer
        nltk.tag.crf: CRFTagger
        nltk.tag.hmm: HiddenMarkovModelTagger HiddenMarkovModelTrainer
        nltk.tag.perceptron: PerceptronTagger
        nltk.tag.sequential: AffixTagger BigramTagger ClassifierBasedPOSTagger ClassifierBasedTagger ContextTagger NgramTagger
          RegexpTagger SequentialBackoffTagger
        nltk.tag.tnt: TnT
        nltk.tbl.feature: Feature
        nltk.tbl.template: BrillTemplateI Template
        nltk.text: Text
        nltk.tokenize.api: StringTokenizer TokenizerI
        nltk.tokenize.casual: TweetTokenizer
        nltk.tokenize.destructive: MacIntyreContractions NLTKWordTokenizer
        nltk.tokenize.legality_principle: LegalitySyllableTokenizer
        nltk.tokenize.mwe: MWETokenizer
        nltk.tokenize.punkt: PunktBaseClass PunktTokenizer PunktTrainer
        nltk.tokenize.regexp: BlanklineTokenizer RegexpTokenizer WhitespaceTokenizer WordPunctTokenizer
        nltk.tokenize.sexpr: SExprTokenizer
        nltk.tokenize.simple: CharTokenizer LineTokenizer SpaceTokenizer TabTokenizer
        nltk.tokenize.sonority_sequencing: SyllableTokenizer
        nltk.tokenize.texttiling: TextTilingTokenizer TokenSequence TokenTableField
        nltk.tokenize.toktok: ToktokTokenizer
        nltk.tokenize.treebank: TreebankWordDetokenizer TreebankWordTokenizer
        nltk.tokenize.util: CJKChars`
    },
    {
      use: "class",
      reason: "dict with more attributes, to which its own methods add items",
      names: `
        gensim.corpora.hashdictionary: HashDictionary
        nltk.collections: Trie`
    },
    {
      use: "attributes-only",
      reason: "rule or production: compared and hashed by its own attributes",
      names: `
        nltk.grammar: ProbabilisticProduction
        nltk.tbl.rule: Rule`
    },
    {
      use: "reference",
      reason: "function of numbers or arrays: an import of it is harmless",
      names: `
        gensim.models.ensemblelda: mass_masking rank_masking
        gensim.models.phrases: npmi_scorer`
    }
  ]
};
// src/python/known/timm.ts
var timm = {
  packages: "timm",
  groups: [
    {
      use: "attributes-only",
      reason: "configuration or helper without hooks: restoring it only sets attributes",
      names: `
        timm.layers.config: set_exportable set_layer_config set_no_jit set_scriptable
        timm.models._features: FeatureHooks FeatureInfo
        timm.models._pretrained: DefaultCfg PretrainedCfg
        timm.models.byobnet: ByoBlockCfg ByoModelCfg LayerFn
        timm.models.cspnet: CspModelCfg CspStagesCfg CspStemCfg
        timm.models.maxxvit: MaxxVitCfg MaxxVitConvCfg MaxxVitTransformerCfg
        timm.models.mvitv2: MultiScaleVitCfg
        timm.models.naflexvit: NaFlexRopeIterator NaFlexVitCfg
        timm.models.nfnet: NfCfg
        timm.models.regnet: RegNetCfg
        timm.models.vitamin: VitCfg VitConvCfg`
    },
    {
      use: "attributes-only-callable",
      reason: "module or transform without hooks of its own: restoring it only sets attributes; it can be called",
      names: `
        timm.layers.activations: GELU GELUTanh HardMish HardSigmoid HardSwish Mish PReLU QuickGELU Sigmoid Swish Tanh
        timm.layers.activations_me: HardMishMe HardSigmoidMe HardSwishMe MishMe SwishMe
        timm.layers.adaptive_avgmax_pool: AdaptiveAvgMaxPool2d AdaptiveCatAvgMaxPool2d FastAdaptiveAvgPool SelectAdaptivePool2d
        timm.layers.attention: Attention AttentionRope
        timm.layers.attention2d: Attention2d MultiQueryAttention2d MultiQueryAttentionV2
        timm.layers.attention_pool: AttentionPoolLatent AttentionPoolPrr
        timm.layers.attention_pool2d: AttentionPool2d RotAttentionPool2d
        timm.layers.blur_pool: BlurPool2d
        timm.layers.bottleneck_attn: BottleneckAttn PosEmbedRel
        timm.layers.cbam: CbamModule ChannelAttn LightCbamModule LightChannelAttn LightSpatialAttn SpatialAttn
        timm.layers.classifier: ClNormMlpClassifierHead ClassifierHead NormMlpClassifierHead
        timm.layers.cond_conv2d: CondConv2d
        timm.layers.conv2d_same: Conv2dSame Conv2dSameExport
        timm.layers.conv_bn_act: ConvNormAct
        timm.layers.coord_attn: CoordAttn EfficientLocalAttn SimpleCoordAttn StripAttn
        timm.layers.diff_attention: DiffAttention
        timm.layers.drop: DropBlock2d DropPath
        timm.layers.eca: CecaModule EcaModule
        timm.layers.evo_norm: EvoNorm2dB0 EvoNorm2dB1 EvoNorm2dB2 EvoNorm2dS0 EvoNorm2dS0a EvoNorm2dS1 EvoNorm2dS1a EvoNorm2dS2
          EvoNorm2dS2a
        timm.layers.filter_response_norm: FilterResponseNormAct2d FilterResponseNormTlu2d
        timm.layers.gather_excite: GatherExcite
        timm.layers.global_context: GlobalContext
        timm.layers.grn: GlobalResponseNorm
        timm.layers.halo_attn: HaloAttn PosEmbedRel
        timm.layers.hybrid_embed: HybridEmbed HybridEmbedWithSize
        timm.layers.inplace_abn: InplaceAbn
        timm.layers.interpolate: RegularGridInterpolator
        timm.layers.lambda_layer: LambdaLayer
        timm.layers.layer_scale: LayerScale LayerScale2d
        timm.layers.linear: Linear
        timm.layers.median_pool: MedianPool2d
        timm.layers.mixed_conv2d: MixedConv2d
        timm.layers.ml_decoder: MLDecoder
        timm.layers.mlp: ConvMlp GatedMlp GlobalResponseNormMlp GluMlp Mlp SwiGLU
        timm.layers.non_local_attn: BatNonLocalAttn BilinearAttnTransform NonLocalAttn
        timm.layers.norm: GroupNorm GroupNorm1 LayerNorm LayerNorm2d LayerNorm2dFp32 LayerNormExp2d LayerNormFp32 RmsNorm RmsNorm2d
          RmsNorm2dFp32 RmsNormFp32 SimpleNorm SimpleNorm2d SimpleNorm2dFp32 SimpleNormFp32
        timm.layers.norm_act: BatchNormAct2d FrozenBatchNormAct2d GroupNorm1Act GroupNormAct LayerNormAct LayerNormAct2d
          LayerNormAct2dFp32 LayerNormActFp32 RmsNormAct RmsNormAct2d RmsNormAct2dFp32 RmsNormActFp32 SyncBatchNormAct
        timm.layers.other_pool: LsePlus1d LsePlus2d SimPool1d SimPool2d
        timm.layers.patch_dropout: PatchDropout PatchDropoutWithIndices
        timm.layers.patch_embed: PatchEmbed PatchEmbedInterpolator PatchEmbedResamplerFixedOrigSize PatchEmbedWithSize
        timm.layers.pool2d_same: AvgPool2dSame MaxPool2dSame
        timm.layers.pos_embed_rel: RelPosBias RelPosBiasTf RelPosMlp
        timm.layers.pos_embed_sincos: FourierEmbed RotaryEmbedding RotaryEmbeddingCat RotaryEmbeddingDinoV3 RotaryEmbeddingMRope
          RotaryEmbeddingMixed _RotaryEmbeddingBase
        timm.layers.selective_kernel: SelectiveKernel SelectiveKernelAttn
        timm.layers.separable_conv: SeparableConv2d SeparableConvNormAct
        timm.layers.space_to_depth: DepthToSpace SpaceToDepth
        timm.layers.split_attn: RadixSoftmax SplitAttn
        timm.layers.split_batchnorm: SplitBatchNorm2d
        timm.layers.squeeze_excite: EffectiveSEModule SEModule SqueezeExciteCl
        timm.layers.std_conv: ScaledStdConv2d ScaledStdConv2dSame StdConv2d StdConv2dSame
        timm.models._efficientnet_blocks: CondConvResidual ConvBnAct DepthwiseSeparableConv EdgeResidual InvertedResidual MobileAttention
          SqueezeExcite UniversalInvertedResidual
        timm.models._efficientnet_builder: EfficientNetBuilder
        timm.models._features: FeatureDictNet FeatureGetterNet FeatureHookNet FeatureListNet
        timm.models._features_fx: FeatureGraphNet GraphExtractNet
        timm.models.beit: Attention Beit Block RelativePositionBias
        timm.models.byobnet: BasicBlock BottleneckBlock ByobNet DarkBlock DownsampleAvg EdgeBlock MobileOneBlock RepVggBlock SelfAttnBlock
          Stem
        timm.models.cait: Cait ClassAttn LayerScaleBlock LayerScaleBlockClassAttn TalkingHeadAttn
        timm.models.coat: CoaT ConvPosEnc ConvRelPosEnc FactorAttnConvRelPosEnc ParallelBlock SerialBlock
        timm.models.convit: Block ConVit GPSA MHSA
        timm.models.convmixer: ConvMixer Residual
        timm.models.convnext: ConvNeXt ConvNeXtBlock ConvNeXtStage Downsample
        timm.models.cpubone: CPUBone CPUBoneBlock ClsHead ConvAttention ConvLayer FusedMBConv LinearLayer MBConv ResidualBlock
        timm.models.crossvit: CrossAttention CrossAttentionBlock CrossVit MultiScaleBlock PatchEmbed
        timm.models.csatv2: Block CSATv2 Dct1d Dct2d Dct2dStats LearnableDct2d PosConv SpatialAttention SpatialTransformerBlock
          TransformerBlock
        timm.models.cspnet: BottleneckBlock CrossStage CrossStage3 CspNet DarkBlock DarkStage EdgeBlock
        timm.models.cspnext: CspNext CspNextBlock CspNextLayer DepthwiseSeparableConv SPPBottleneck
        timm.models.davit: ChannelAttention ChannelAttentionV2 ChannelBlock ConvPosEnc DaVit DaVitStage Downsample SpatialBlock Stem
          WindowAttention
        timm.models.deepseek_vit: DeepseekVitAligner DeepseekVitBlock DeepseekVitClassifier DeepseekVitEncoder
        timm.models.deit: VisionTransformerDistilled
        timm.models.densenet: DenseBlock DenseLayer DenseNet DenseTransition
        timm.models.dla: DLA DlaBasic DlaBottle2neck DlaBottleneck DlaRoot DlaTree
        timm.models.dpn: BnAct BnActConv2d DPN DualPathBlock
        timm.models.edgenext: ConvBlock CrossCovarianceAttn EdgeNeXt EdgeNeXtStage PositionalEncodingFourier SplitTransposeBlock
        timm.models.efficientformer: Attention ConvMlpWithNorm Downsample EfficientFormer EfficientFormerStage Flat MetaBlock1d
          MetaBlock2d Pooling Stem4
        timm.models.efficientformer_v2: Attention2d Attention2dDownsample ConvMlpWithNorm ConvNorm Downsample EfficientFormerV2
          EfficientFormerV2Block EfficientFormerV2Stage LocalGlobalQuery Stem4
        timm.models.efficientnet: EfficientNet EfficientNetFeatures
        timm.models.efficientvim: ConvLayer1d ConvLayer2d EfficientViM EfficientViMBlock EfficientViMDistilled EfficientViMStage FFN
          HSMSSD PatchMerging Stem
        timm.models.efficientvit_mit: ClassifierHead ConvBlock ConvNormAct DSConv EfficientVit EfficientVitBlock EfficientVitLarge
          EfficientVitLargeStage EfficientVitStage FusedMBConv LiteMLA MBConv ResidualBlock Stem
        timm.models.efficientvit_msra: CascadedGroupAttention ConvMlp ConvNorm EfficientVitBlock EfficientVitMsra EfficientVitStage
          LocalWindowAttention NormLinear PatchEmbedding PatchMerging ResidualDrop
        timm.models.eva: Eva EvaAttention EvaBlock EvaBlockPostNorm
        timm.models.fasternet: Block FasterNet MLPBlock Partial_conv3 PatchEmbed PatchMerging
        timm.models.fastvit: Attention AttentionBlock ConvMlp FastVit FastVitStage LayerScale2d MobileOneBlock PatchEmbed
          RepConditionalPosEnc RepMixer RepMixerBlock ReparamLargeKernelConv
        timm.models.focalnet: Downsample FocalModulation FocalNet FocalNetBlock FocalNetStage
        timm.models.gcvit: Downsample2d FeatureBlock GlobalContextVit GlobalContextVitBlock GlobalContextVitStage MbConvBlock Stem
          WindowAttentionGlobal
        timm.models.gemma4_vit: Gemma4Attention Gemma4Block Gemma4ClippableLinear Gemma4GatedMlp Gemma4PatchEmbed Gemma4RotaryEmbedding2D
          Gemma4VisionPooler Gemma4VitClassifier Gemma4VitEncoder
        timm.models.ghostnet: GhostBottleneck GhostBottleneckV3 GhostModule GhostModuleV2 GhostModuleV3 GhostNet
        timm.models.hgnet: ClassifierHead ConvBNAct EseModule HighPerfGpuBlock HighPerfGpuNet HighPerfGpuStage LearnableAffineBlock
          LightConvBNAct StemV1 StemV2
        timm.models.hiera: Hiera HieraBlock MaskUnitAttention PatchEmbed Reroll Unroll
        timm.models.hieradet_sam2: HieraDet HieraPatchEmbed MultiScaleAttention MultiScaleBlock
        timm.models.hrnet: HighResolutionModule HighResolutionNet HighResolutionNetFeatures SequentialList
        timm.models.iformer: ConvBlock ConvNorm FFN IFormer NormLinear RepCPE RepVitClassifier Residual SHMA SHMABlock StageBlock Stem
        timm.models.inception_next: ConvMlp InceptionDWConv2d MetaNeXt MetaNeXtBlock MetaNeXtStage MlpClassifierHead
        timm.models.inception_resnet_v2: Block17 Block35 Block8 InceptionResnetV2 Mixed_5b Mixed_6a Mixed_7a
        timm.models.inception_v3: InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE InceptionV3
        timm.models.inception_v4: InceptionA InceptionB InceptionC InceptionV4 Mixed3a Mixed4a Mixed5a ReductionA ReductionB
        timm.models.lcnetv2: LCNetV2 RepDepthwiseSeparable
        timm.models.levit: Attention AttentionDownsample ConvNorm Downsample Levit LevitBlock LevitDistilled LevitDownsample LevitMlp
          LevitStage LinearNorm NormLinear Stem16 Stem8
        timm.models.lowformer: ConvAttention ConvLayer FusedMBConv LowFormer LowFormerBlock MBConv ResidualBlock
        timm.models.mambaout: Downsample DownsampleNormFirst GatedConvBlock MambaOut MambaOutStage MlpHead Stem
        timm.models.maxxvit: Attention2d AttentionCl ConvNeXtBlock Downsample2d MaxxVit MaxxVitBlock MaxxVitStage MbConvBlock
          ParallelMaxxVitBlock ParallelPartitionAttention PartitionAttention2d PartitionAttentionCl Stem TransformerBlock2d
        timm.models.metaformer: Attention Downsampling GroupNorm1NoBias LayerNorm2dNoBias LayerNormNoBias MetaFormer MetaFormerBlock
          MetaFormerStage MlpHead Pooling Scale SepConv SquaredReLU StarReLU Stem
        timm.models.mlp_mixer: Affine MixerBlock MlpMixer ResBlock SpatialGatingBlock SpatialGatingUnit
        timm.models.mobilenetv3: MobileNetV3 MobileNetV3Features
        timm.models.mobilenetv5: MobileNetV5 MobileNetV5Encoder MobileNetV5MultiScaleFusionAdapter
        timm.models.mobilevit: LinearSelfAttention LinearTransformerBlock MobileVitBlock MobileVitV2Block
        timm.models.mvitv2: MultiScaleAttention MultiScaleAttentionPoolFirst MultiScaleBlock MultiScaleVit MultiScaleVitStage PatchEmbed
        timm.models.naflexvit: NaFlexEmbeds NaFlexVit
        timm.models.nasnet: ActConvBn BranchSeparables CellStem0 CellStem1 FirstCell NASNetALarge NormalCell ReductionCell0 ReductionCell1
          SeparableConv2d
        timm.models.nest: Attention Nest NestLevel TransformerLayer
        timm.models.nextvit: ConvAttention ConvNormAct EfficientAttention NextConvBlock NextStage NextTransformerBlock NextViT PatchEmbed
        timm.models.nfnet: DownsampleAvg GammaAct NormFreeBlock NormFreeNet
        timm.models.pit: ConvEmbedding Pooling PoolingVisionTransformer SequentialTuple Transformer
        timm.models.pnasnet: ActConvBn BranchSeparables Cell CellBase CellStem0 FactorizedReduction PNASNet5Large SeparableConv2d
        timm.models.pvt_v2: Attention Block MlpWithDepthwiseConv OverlapPatchEmbed PyramidVisionTransformerStage
          PyramidVisionTransformerV2
        timm.models.qwen3_vit: Qwen3VitClassifier Qwen3VitEncoder Qwen3VitPatchMerger
        timm.models.rdnet: Block BlockESE DenseBlock DenseStage RDNet
        timm.models.regnet: Bottleneck PreBottleneck RegNet RegStage
        timm.models.repghost: RepGhostBottleneck RepGhostModule RepGhostNet
        timm.models.repvit: ConvNorm NormLinear RepVggDw RepViTBlock RepVit RepVitClassifier RepVitDownsample RepVitMlp RepVitStage
          RepVitStem
        timm.models.res2net: Bottle2neck
        timm.models.resnest: ResNestBottleneck
        timm.models.resnet: BasicBlock Bottleneck ResNet
        timm.models.resnetv2: Bottleneck DownsampleAvg DownsampleConv PreActBasic PreActBottleneck ResNetStage ResNetV2
        timm.models.rexnet: LinearBottleneck RexNet
        timm.models.selecsls: SelecSls SelecSlsBlock SelectSeq SequentialList
        timm.models.senet: Bottleneck SEBottleneck SEModule SENet SEResNeXtBottleneck SEResNetBlock SEResNetBottleneck
        timm.models.sequencer: Downsample2d LSTM2d RNN2dBase RNNIdentity Sequencer2d Sequencer2dBlock Sequencer2dStage Shuffle
        timm.models.shvit: BasicBlock Conv2dNorm FFN NormLinear PatchMerging Residual SHSA SHViT StageBlock
        timm.models.sknet: SelectiveKernelBasic SelectiveKernelBottleneck
        timm.models.starnet: Block ConvBN StarNet
        timm.models.swiftformer: Block ConvEncoder EfficientAdditiveAttention Embedding LayerScale2d LocalRepresentation Mlp Stage
          SwiftFormer
        timm.models.swin_transformer: PatchMerging SwinTransformer SwinTransformerBlock SwinTransformerStage WindowAttention
        timm.models.swin_transformer_v2: PatchMerging SwinTransformerV2 SwinTransformerV2Block SwinTransformerV2Stage WindowAttention
        timm.models.swin_transformer_v2_cr: PatchEmbed PatchMerging SwinTransformerV2Cr SwinTransformerV2CrBlock SwinTransformerV2CrStage
          WindowMultiHeadAttention
        timm.models.tiny_vit: Attention ConvLayer ConvNorm MBConv NormMlp PatchEmbed PatchMerging TinyVit TinyVitBlock TinyVitStage
        timm.models.tnt: Attention Block PixelEmbed TNT
        timm.models.tresnet: BasicBlock Bottleneck TResNet
        timm.models.twins: Block GlobalSubSampleAttn LocallyGroupedAttn PatchEmbed PosConv Twins
        timm.models.vgg: ConvMlp VGG
        timm.models.visformer: Attention Block SpatialMlp Visformer
        timm.models.vision_transformer: Block DiffParallelScalingBlock ParallelScalingBlock ParallelThingsBlock ResPostBlock
          VisionTransformer
        timm.models.vision_transformer_hybrid: ConvStem
        timm.models.vision_transformer_relpos: RelPosAttention RelPosBlock ResPostRelPosBlock VisionTransformerRelPos
        timm.models.vision_transformer_sam: Attention Block VisionTransformerSAM
        timm.models.vitamin: Downsample2d GeGluMlp MbConvLNBlock MbConvStages Stem StridedConv
        timm.models.volo: Attention ClassAttention ClassBlock Downsample OutlookAttention Outlooker PatchEmbed Transformer VOLO
        timm.models.vovnet: OsaBlock OsaStage SequentialAppendList VovNet
        timm.models.xception: Block SeparableConv2d Xception
        timm.models.xception_aligned: PreSeparableConv2d PreXceptionModule SeparableConv2d XceptionAligned XceptionModule
        timm.models.xcit: ClassAttentionBlock ConvPatchEmbed LPI PositionalEncodingFourier XCA XCABlock Xcit`
    }
  ]
};
// src/python/known/torch.ts
var torch = [
  {
    use: "call",
    reason: "keeps its arguments: a shape, a device name",
    names: { torch: "Size device" }
  },
  {
    use: "call",
    reason: "parameter without a shape: builds an empty tensor",
    names: { "torch.nn.parameter": "UninitializedBuffer UninitializedParameter" }
  },
  {
    use: "call",
    reason: "tensor constructor: allocates, or looks up a constant",
    names: {
      "torch._utils": "_rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_xla_tensor",
      "torch.serialization": "_get_layout"
    }
  },
  {
    use: "call",
    reason: "sparse tensor constructor: combines tensors",
    names: { "torch._utils": "_rebuild_sparse_csr_tensor _rebuild_sparse_tensor" }
  },
  {
    use: "shared",
    reason: "TorchScript list constructor: returns its argument",
    names: {
      "torch.jit._pickle": "build_boollist build_doublelist build_intlist build_tensor_from_id build_tensorlist restore_type_tag"
    }
  },
  {
    use: "shared",
    reason: "returns an old table of functions in PyTorch",
    names: { "torch.nn.backends.thnn": "_get_thnn_function_backend" }
  },
  {
    use: "class",
    reason: "storage, tensor or helper class: plain state",
    names: {
      torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
        ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage
        LongTensor QInt32Storage QInt8Storage QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor`,
      "torch._C": "Generator",
      "torch.amp.grad_scaler": "GradScaler",
      "torch.ao.nn.quantized.dynamic.modules.linear": "Linear",
      "torch.ao.nn.quantized.modules.linear": "Linear LinearPackedParams",
      "torch.backends.cudnn.rnn": "Unserializable",
      "torch.cuda": `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor DoubleStorage
        DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor ShortStorage ShortTensor`,
      "torch.cuda.amp.grad_scaler": "GradScaler",
      "torch.distributed.checkpoint.filesystem": "_StorageInfo",
      "torch.distributed.checkpoint.metadata": `BytesStorageMetadata ChunkStorageMetadata Metadata MetadataIndex StorageMeta
        TensorProperties TensorStorageMetadata`,
      "torch.distributed.device_mesh": "DeviceMesh",
      "torch.distributed.tensor": "DTensor",
      "torch.distributed.tensor._dtensor_spec": "DTensorSpec TensorMeta",
      "torch.distributed.tensor.placement_types": "Partial Replicate Shard",
      "torch.distributions.bernoulli": "Bernoulli",
      "torch.distributions.categorical": "Categorical",
      "torch.distributions.multivariate_normal": "MultivariateNormal",
      "torch.distributions.normal": "Normal",
      "torch.distributions.uniform": "Uniform",
      "torch.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
      "torch.storage": "TypedStorage UntypedStorage",
      "torch.torch_version": "TorchVersion",
      "torch.utils.data.dataloader": "DataLoader",
      "torch.utils.data.dataset": "ChainDataset ConcatDataset Dataset IterableDataset Subset TensorDataset",
      "torch.utils.data.sampler": "BatchSampler RandomSampler SequentialSampler SubsetRandomSampler WeightedRandomSampler",
      "torchvision.models.resnet": "BasicBlock Bottleneck ResNet",
      "torchvision.models.squeezenet": "Fire SqueezeNet",
      "torchvision.transforms.transforms": "CenterCrop Compose Lambda Normalize RandomCrop RandomHorizontalFlip Resize ToPILImage ToTensor"
    }
  },
  {
    use: "class",
    reason: "tensor class: state is set by torch\u2019s own __setstate__",
    names: { torch: "Tensor dtype" }
  },
  {
    use: "class",
    reason: "module: __setstate__ only updates the attributes",
    names: {
      "torch.nn": `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d
        AvgPool2d AvgPool3d BatchNorm1d BatchNorm2d BatchNorm3d Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d
        Dropout Dropout2d Dropout3d ELU Embedding EmbeddingBag GELU GRU GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d LSTM
        LayerNorm LeakyReLU Linear LogSoftmax MaxPool1d MaxPool2d MaxPool3d Module ModuleDict ModuleList MultiheadAttention PReLU
        Parameter ParameterDict ParameterList RNN ReLU Sequential Sigmoid Softmax Tanh Transformer TransformerDecoder TransformerEncoder`,
      "torch.nn.modules._functions": "CrossMapLRN2d SyncBatchNorm",
      "torch.nn.modules.activation": `CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish
        MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink
        Threshold`,
      "torch.nn.modules.adaptive": "AdaptiveLogSoftmaxWithLoss _ASMoutput",
      "torch.nn.modules.batchnorm": "BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm _BatchNorm _LazyNormBase _NormBase",
      "torch.nn.modules.channelshuffle": "ChannelShuffle",
      "torch.nn.modules.container": "Container ModuleDict ModuleList ParameterDict ParameterList Sequential",
      "torch.nn.modules.conv": `Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeMixin
        _ConvTransposeNd _LazyConvXdMixin`,
      "torch.nn.modules.distance": "CosineSimilarity PairwiseDistance",
      "torch.nn.modules.dropout": "AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout _DropoutNd",
      "torch.nn.modules.flatten": "Flatten Unflatten",
      "torch.nn.modules.fold": "Fold Unfold",
      "torch.nn.modules.instancenorm": "InstanceNorm1d InstanceNorm2d InstanceNorm3d _InstanceNorm",
      "torch.nn.modules.lazy": "_LazyProtocol",
      "torch.nn.modules.linear": "Bilinear Identity Linear NonDynamicallyQuantizableLinear",
      "torch.nn.modules.loss": `BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss
        HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss
        NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss _Loss _WeightedLoss`,
      "torch.nn.modules.module": "Module _WrappedHook",
      "torch.nn.modules.normalization": "CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm",
      "torch.nn.modules.padding": `CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d
        ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d _ConstantPadNd
        _ReflectionPadNd _ReplicationPadNd`,
      "torch.nn.modules.pixelshuffle": "PixelShuffle PixelUnshuffle",
      "torch.nn.modules.pooling": `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d
        AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d
        MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d _AdaptiveAvgPoolNd _AdaptiveMaxPoolNd _AvgPoolNd _LPPoolNd _MaxPoolNd _MaxUnpoolNd`,
      "torch.nn.modules.rnn": "GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase",
      "torch.nn.modules.sparse": "Embedding EmbeddingBag",
      "torch.nn.modules.transformer": "Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer",
      "torch.nn.modules.upsampling": "Upsample UpsamplingBilinear2d UpsamplingNearest2d",
      "torch.nn.parallel.data_parallel": "DataParallel",
      "torch.nn.parallel.distributed": "DistributedDataParallel",
      "torch.nn.parameter": "Buffer Parameter",
      "torch.nn.utils.parametrizations": "_Orthogonal _SpectralNorm _WeightNorm",
      "torch.nn.utils.parametrize": "ParametrizationList",
      "torch.nn.utils.rnn": "PackedSequence PackedSequence_",
      "torch.nn.utils.spectral_norm": "SpectralNorm SpectralNormLoadStateDictPreHook SpectralNormStateDictHook",
      "torch.nn.utils.weight_norm": "WeightNorm"
    }
  },
  {
    use: "class",
    reason: "lazy module: __setstate__ only updates the attributes, and its hooks run when the module is called",
    names: {
      "torch.nn.modules.batchnorm": "LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d",
      "torch.nn.modules.conv": "LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d",
      "torch.nn.modules.instancenorm": "LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d",
      "torch.nn.modules.linear": "LazyLinear"
    }
  },
  {
    use: "class",
    reason: "hook or its handle: numbers, and weak references to dicts",
    names: {
      "torch.nn.utils.prune": "CustomFromMask Identity L1Unstructured LnStructured PruningContainer RandomStructured RandomUnstructured",
      "torch.utils.hooks": "RemovableHandle"
    }
  },
  {
    use: "class",
    reason: "class whose attributes are the functions of torch; those that read files or memory are in the table of dangers",
    names: { "torch._C": "_VariableFunctionsClass" }
  },
  {
    use: "class",
    reason: "optimizer or scheduler: state is a plain dict",
    names: {
      "torch.optim": "ASGD Adadelta Adafactor Adagrad Adam AdamW Adamax LBFGS Muon Optimizer RMSprop SGD",
      "torch.optim.adadelta": "Adadelta",
      "torch.optim.adafactor": "Adafactor",
      "torch.optim.adagrad": "Adagrad",
      "torch.optim.adam": "Adam _MultiDeviceReplicator",
      "torch.optim.adamax": "Adamax",
      "torch.optim.adamw": "AdamW",
      "torch.optim.asgd": "ASGD",
      "torch.optim.lbfgs": "LBFGS",
      "torch.optim.lr_scheduler": `ChainedScheduler ConstantLR CosineAnnealingLR CosineAnnealingWarmRestarts CyclicLR ExponentialLR
        LambdaLR LinearLR MultiStepLR MultiplicativeLR OneCycleLR PolynomialLR ReduceLROnPlateau SequentialLR StepLR _LRScheduler`,
      "torch.optim.nadam": "NAdam",
      "torch.optim.optimizer": "Optimizer _RequiredParameter",
      "torch.optim.radam": "RAdam",
      "torch.optim.rmsprop": "RMSprop",
      "torch.optim.rprop": "Rprop",
      "torch.optim.sgd": "SGD",
      "torch.optim.sparse_adam": "SparseAdam",
      "torch.optim.swa_utils": "AveragedModel SWALR"
    }
  },
  {
    use: "reference",
    reason: "constant or type object: an import of it is harmless",
    names: {
      torch: `bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool cdouble cfloat chalf channels_last complex128 complex32 complex64
        contiguous_format double float float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
        float8_e8m0fnu half int int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 long per_channel_affine
        per_channel_affine_float_qparams per_channel_symmetric per_tensor_affine per_tensor_symmetric preserve_format qint32 qint8
        quint2x4 quint4x2 quint8 short sparse_coo sparse_csr strided uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`
    }
  },
  {
    use: "reference",
    reason: "function: an import of it is harmless",
    names: {
      torch: "relu sigmoid softmax tanh",
      "torch._C._nn": `elu gelu glu hardsigmoid hardswish hardtanh leaky_relu log_sigmoid mish relu6 silu softplus softshrink`,
      "torch.nn.init": `constant_ dirac_ eye_ kaiming_normal_ kaiming_uniform_ normal_ ones_ orthogonal_ sparse_ trunc_normal_ uniform_ xavier_normal_
        xavier_uniform_ zeros_`,
      "torch.nn.functional": "cross_entropy elu gelu hardtanh leaky_relu log_softmax mish mse_loss relu relu6 selu sigmoid silu softmax tanh",
      "torch.utils.data._utils.collate": "default_collate"
    }
  },
  {
    use: "tensor-type",
    reason: "calls a tensor constructor and casts the result",
    names: { "torch._tensor": "_rebuild_from_type _rebuild_from_type_v2" }
  },
  {
    use: "tensor",
    reason: "tensor constructor: a view of a storage of the same file",
    names: {
      "torch._utils": `_rebuild_device_tensor_from_cpu_tensor _rebuild_nested_tensor _rebuild_parameter _rebuild_parameter_with_state
        _rebuild_qtensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3`
    }
  },
  {
    use: "first-is-class",
    reason: "tensor constructor: builds an instance of its argument",
    names: { "torch._utils": "_rebuild_wrapper_subclass" }
  },
  {
    use: "literal-bytes",
    reason: "loads a tensor from bytes, which are scanned as a file of their own",
    names: { "torch.storage": "_load_from_bytes" }
  },
  {
    use: "member",
    reason: "enumeration: a call with one literal returns a member",
    names: {
      "torch.distributed.checkpoint.metadata": "_MEM_FORMAT_ENCODING",
      "torchvision.transforms.functional": "InterpolationMode"
    }
  },
  {
    use: "attributes-only",
    reason: "distribution of PyTorch without hooks: restoring it only sets attributes",
    names: {
      "torch.distributions.beta": "Beta",
      "torch.distributions.binomial": "Binomial",
      "torch.distributions.cauchy": "Cauchy",
      "torch.distributions.chi2": "Chi2",
      "torch.distributions.continuous_bernoulli": "ContinuousBernoulli",
      "torch.distributions.dirichlet": "Dirichlet",
      "torch.distributions.distribution": "Distribution",
      "torch.distributions.exp_family": "ExponentialFamily",
      "torch.distributions.exponential": "Exponential",
      "torch.distributions.fishersnedecor": "FisherSnedecor",
      "torch.distributions.gamma": "Gamma",
      "torch.distributions.generalized_pareto": "GeneralizedPareto",
      "torch.distributions.geometric": "Geometric",
      "torch.distributions.gumbel": "Gumbel",
      "torch.distributions.half_cauchy": "HalfCauchy",
      "torch.distributions.half_normal": "HalfNormal",
      "torch.distributions.independent": "Independent",
      "torch.distributions.inverse_gamma": "InverseGamma",
      "torch.distributions.kumaraswamy": "Kumaraswamy",
      "torch.distributions.laplace": "Laplace",
      "torch.distributions.lkj_cholesky": "LKJCholesky",
      "torch.distributions.log_normal": "LogNormal",
      "torch.distributions.logistic_normal": "LogisticNormal",
      "torch.distributions.lowrank_multivariate_normal": "LowRankMultivariateNormal",
      "torch.distributions.mixture_same_family": "MixtureSameFamily",
      "torch.distributions.multinomial": "Multinomial",
      "torch.distributions.negative_binomial": "NegativeBinomial",
      "torch.distributions.one_hot_categorical": "OneHotCategorical OneHotCategoricalStraightThrough",
      "torch.distributions.pareto": "Pareto",
      "torch.distributions.poisson": "Poisson",
      "torch.distributions.relaxed_bernoulli": "LogitRelaxedBernoulli RelaxedBernoulli",
      "torch.distributions.relaxed_categorical": "ExpRelaxedCategorical RelaxedOneHotCategorical",
      "torch.distributions.studentT": "StudentT",
      "torch.distributions.transformed_distribution": "TransformedDistribution",
      "torch.distributions.von_mises": "VonMises",
      "torch.distributions.weibull": "Weibull",
      "torch.distributions.wishart": "Wishart"
    }
  },
  {
    use: "attributes-only-callable",
    reason: "distribution of PyTorch without hooks: restoring it only sets attributes; it can be called",
    names: {
      "torch.distributions.transforms": `AbsTransform AffineTransform CatTransform ComposeTransform CorrCholeskyTransform
        CumulativeDistributionTransform ExpTransform IndependentTransform LowerCholeskyTransform PositiveDefiniteTransform PowerTransform
        ReshapeTransform SigmoidTransform SoftmaxTransform SoftplusTransform StackTransform StickBreakingTransform TanhTransform
        Transform`
    }
  }
];
// src/python/known/torchvision.ts
var torchvision = {
  packages: "torchvision",
  groups: [
    {
      use: "attributes-only",
      reason: "configuration or helper without hooks: restoring it only sets attributes",
      names: `
        torchvision.models._api: Weights
        torchvision.models.convnext: CNBlockConfig
        torchvision.models.detection._utils: BoxCoder BoxLinearCoder
        torchvision.models.detection.image_list: ImageList
        torchvision.models.efficientnet: FusedMBConvConfig MBConvConfig _MBConvConfig
        torchvision.models.feature_extraction: LeafModuleAwareTracer NodePathTracer
        torchvision.models.mobilenetv3: InvertedResidualConfig
        torchvision.models.regnet: BlockParams
        torchvision.models.video.mvit: MSBlockConfig`
    },
    {
      use: "attributes-only-callable",
      reason: "module or transform without hooks of its own: restoring it only sets attributes; it can be called",
      names: `
        torchvision.models._utils: IntermediateLayerGetter
        torchvision.models.alexnet: AlexNet
        torchvision.models.convnext: CNBlock ConvNeXt LayerNorm2d
        torchvision.models.densenet: DenseNet _DenseBlock _DenseLayer _Transition
        torchvision.models.detection._utils: BalancedPositiveNegativeSampler Matcher SSDMatcher
        torchvision.models.detection.anchor_utils: AnchorGenerator DefaultBoxGenerator
        torchvision.models.detection.backbone_utils: BackboneWithFPN
        torchvision.models.detection.faster_rcnn: FastRCNNConvFCHead FastRCNNPredictor FasterRCNN TwoMLPHead
        torchvision.models.detection.fcos: FCOS FCOSClassificationHead FCOSHead FCOSRegressionHead
        torchvision.models.detection.generalized_rcnn: GeneralizedRCNN
        torchvision.models.detection.keypoint_rcnn: KeypointRCNN KeypointRCNNHeads KeypointRCNNPredictor
        torchvision.models.detection.mask_rcnn: MaskRCNN MaskRCNNHeads MaskRCNNPredictor
        torchvision.models.detection.retinanet: RetinaNet RetinaNetClassificationHead RetinaNetHead RetinaNetRegressionHead
        torchvision.models.detection.roi_heads: RoIHeads
        torchvision.models.detection.rpn: RPNHead RegionProposalNetwork
        torchvision.models.detection.ssd: SSD SSDClassificationHead SSDFeatureExtractorVGG SSDHead SSDRegressionHead SSDScoringHead
        torchvision.models.detection.ssdlite: SSDLiteClassificationHead SSDLiteFeatureExtractorMobileNet SSDLiteHead SSDLiteRegressionHead
        torchvision.models.detection.transform: GeneralizedRCNNTransform
        torchvision.models.efficientnet: EfficientNet FusedMBConv MBConv
        torchvision.models.googlenet: BasicConv2d GoogLeNet Inception InceptionAux
        torchvision.models.inception: BasicConv2d Inception3 InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE
        torchvision.models.maxvit: MBConv MaxVit MaxVitBlock MaxVitLayer PartitionAttentionLayer RelativePositionalMultiHeadAttention
          SwapAxes WindowDepartition WindowPartition
        torchvision.models.mnasnet: MNASNet _InvertedResidual
        torchvision.models.mobilenetv2: InvertedResidual MobileNetV2
        torchvision.models.mobilenetv3: InvertedResidual MobileNetV3
        torchvision.models.optical_flow.raft: BottleneckBlock ConvGRU CorrBlock FeatureEncoder FlowHead MaskPredictor MotionEncoder RAFT
          RecurrentBlock ResidualBlock UpdateBlock
        torchvision.models.regnet: AnyStage BottleneckTransform RegNet ResBottleneckBlock SimpleStemIN
        torchvision.models.segmentation._utils: _SimpleSegmentationModel
        torchvision.models.segmentation.deeplabv3: ASPP ASPPConv ASPPPooling DeepLabHead DeepLabV3
        torchvision.models.segmentation.fcn: FCN FCNHead
        torchvision.models.segmentation.lraspp: LRASPP LRASPPHead
        torchvision.models.shufflenetv2: InvertedResidual ShuffleNetV2
        torchvision.models.swin_transformer: PatchMerging PatchMergingV2 ShiftedWindowAttention ShiftedWindowAttentionV2 SwinTransformer
          SwinTransformerBlock SwinTransformerBlockV2
        torchvision.models.vgg: VGG
        torchvision.models.video.mvit: MViT MultiscaleAttention MultiscaleBlock PositionalEncoding
        torchvision.models.video.resnet: BasicBlock BasicStem Bottleneck Conv2Plus1D Conv3DNoTemporal Conv3DSimple R2Plus1dStem
          VideoResNet
        torchvision.models.video.s3d: S3D SepInceptionBlock3D TemporalSeparableConv
        torchvision.models.video.swin_transformer: PatchEmbed3d ShiftedWindowAttention3d SwinTransformer3d
        torchvision.models.vision_transformer: Encoder EncoderBlock MLPBlock VisionTransformer
        torchvision.ops.deform_conv: DeformConv2d
        torchvision.ops.drop_block: DropBlock2d DropBlock3d
        torchvision.ops.feature_pyramid_network: ExtraFPNBlock FeaturePyramidNetwork LastLevelMaxPool LastLevelP6P7
        torchvision.ops.misc: Conv2dNormActivation Conv3dNormActivation ConvNormActivation FrozenBatchNorm2d MLP Permute SqueezeExcitation
        torchvision.ops.poolers: LevelMapper MultiScaleRoIAlign
        torchvision.ops.ps_roi_align: PSRoIAlign
        torchvision.ops.roi_align: RoIAlign
        torchvision.ops.stochastic_depth: StochasticDepth
        torchvision.transforms._presets: ImageClassification ObjectDetection OpticalFlow SemanticSegmentation VideoClassification
        torchvision.transforms._transforms_video: CenterCropVideo NormalizeVideo RandomCropVideo RandomHorizontalFlipVideo
          RandomResizedCropVideo ToTensorVideo
        torchvision.transforms.autoaugment: AugMix AutoAugment RandAugment TrivialAugmentWide
        torchvision.transforms.transforms: ColorJitter ConvertImageDtype ElasticTransform FiveCrop GaussianBlur Grayscale
          LinearTransformation PILToTensor Pad RandomAdjustSharpness RandomAffine RandomApply RandomAutocontrast RandomChoice
          RandomEqualize RandomErasing RandomGrayscale RandomInvert RandomOrder RandomPerspective RandomPosterize RandomResizedCrop
          RandomRotation RandomSolarize RandomTransforms RandomVerticalFlip TenCrop
        torchvision.transforms.v2._augment: CutMix JPEG MixUp RandomErasing _BaseMixUpCutMix
        torchvision.transforms.v2._auto_augment: AugMix AutoAugment RandAugment TrivialAugmentWide _AutoAugmentBase
        torchvision.transforms.v2._color: ColorJitter Grayscale RGB RandomAdjustSharpness RandomAutocontrast RandomChannelPermutation
          RandomEqualize RandomGrayscale RandomInvert RandomPhotometricDistort RandomPosterize RandomSolarize
        torchvision.transforms.v2._container: Compose RandomApply RandomChoice RandomOrder
        torchvision.transforms.v2._deprecated: ToTensor
        torchvision.transforms.v2._geometry: CenterCrop ElasticTransform FiveCrop Pad RandomAffine RandomCrop RandomHorizontalFlip
          RandomIoUCrop RandomPerspective RandomResize RandomResizedCrop RandomRotation RandomShortestSize RandomVerticalFlip
          RandomZoomOut Resize ScaleJitter TenCrop
        torchvision.transforms.v2._meta: ClampBoundingBoxes ClampKeyPoints ConvertBoundingBoxFormat SetClampingMode
        torchvision.transforms.v2._misc: ConvertImageDtype GaussianBlur GaussianNoise Identity Lambda LinearTransformation Normalize
          SanitizeBoundingBoxes SanitizeKeyPoints ToDtype
        torchvision.transforms.v2._temporal: UniformTemporalSubsample
        torchvision.transforms.v2._transform: Transform _RandomApplyTransform
        torchvision.transforms.v2._type_conversion: PILToTensor ToImage ToPILImage ToPureTensor`
    }
  ]
};
// src/python/known/lists.ts
var common = [...stdlib2, ...numpy, ...scipy, ...pandas, ...sklearn, ...torch];
var tables = [
  boosting,
  arrow,
  fastai,
  statsmodels,
  forecasting,
  preparing,
  estimators,
  ruleLearners,
  river,
  timm,
  torchvision,
  networks,
  moreNetworks,
  text3,
  structures,
  other
];
function groupsOf({ groups }) {
  return groups.map(({ names: names3, ...group }) => ({ ...group, names: Object.fromEntries(modulesIn(names3)) }));
}
function modulesIn(text22) {
  const found2 = [];
  for (const line of text22.trim().split("\n")) {
    const colon = line.indexOf(":");
    const last = found2.at(-1);
    if (colon >= 0) found2.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else if (last) last[1] += ` ${line.trim()}`;
  }
  return found2;
}
var commonIndex = once(() => indexSafe(common));
var tablesByPackage = once(indexTables);
var packageIndexCache = /* @__PURE__ */ new Map();
function listsOf(module) {
  const known = commonIndex().get(module) ?? [];
  const inTables = indexOfPackage(module.split(".", 1)[0] ?? "")?.get(module);
  return inTables === void 0 ? known : [...known, ...inTables];
}
function indexOfPackage(name) {
  const cached2 = packageIndexCache.get(name);
  if (cached2 !== void 0) return cached2;
  const known = tablesByPackage().get(name);
  if (known === void 0) return void 0;
  const index2 = indexSafe(known.flatMap(groupsOf));
  packageIndexCache.set(name, index2);
  return index2;
}
function indexTables() {
  const index2 = /* @__PURE__ */ new Map();
  for (const table2 of tables) {
    for (const name of words2(table2.packages)) {
      const known = index2.get(name);
      if (known) known.push(table2);
      else index2.set(name, [table2]);
    }
  }
  return index2;
}
function indexSafe(groups) {
  const index2 = /* @__PURE__ */ new Map();
  for (const { use, reason, names: names3 } of groups) {
    for (const [module, list2] of Object.entries(names3)) {
      const known = index2.get(module);
      const row = { list: list2, hit: { use, reason } };
      if (known) known.push(row);
      else index2.set(module, [row]);
    }
  }
  return index2;
}
// src/python/renames.ts
var underscored = {
  "scipy.interpolate": "fitpack2 interpolate rbf",
  "scipy.optimize": "optimize",
  "scipy.signal": "ltisys",
  "scipy.sparse": "base bsr compressed construct coo csc csr data dia dok lil",
  "scipy.spatial": "ckdtree kdtree qhull",
  "scipy.spatial.transform": "rotation",
  "scipy.stats": "kde",
  "sklearn.cluster": "affinity_propagation_ bicluster birch dbscan_ mean_shift_ optics_ spectral",
  "sklearn.covariance": "elliptic_envelope empirical_covariance_ graph_lasso_ robust_covariance shrunk_covariance_",
  "sklearn.cross_decomposition": "cca_ pls_",
  "sklearn.decomposition": `base cdnmf_fast dict_learning factor_analysis fastica_ incremental_pca kernel_pca nmf online_lda_fast pca
    sparse_pca truncated_svd`,
  "sklearn.ensemble": "bagging base forest iforest voting weight_boosting",
  "sklearn.feature_extraction": "dict_vectorizer stop_words",
  "sklearn.feature_selection": "base from_model mutual_info rfe univariate_selection variance_threshold",
  "sklearn.gaussian_process": "gpc gpr",
  "sklearn.inspection": "partial_dependence",
  "sklearn.linear_model": `base bayes cd_fast coordinate_descent huber least_angle logistic omp passive_aggressive perceptron ransac ridge
    sag sag_fast sgd_fast stochastic_gradient theil_sen`,
  "sklearn.manifold": "isomap locally_linear mds spectral_embedding_ t_sne",
  "sklearn.metrics": "classification pairwise_fast ranking regression scorer",
  "sklearn.mixture": "base bayesian_mixture gaussian_mixture",
  "sklearn.neighbors": `ball_tree base classification dist_metrics graph kd_tree kde lof nca nearest_centroid quad_tree regression
    typedefs unsupervised`,
  "sklearn.neural_network": "multilayer_perceptron rbm",
  "sklearn.preprocessing": "data label",
  "sklearn.semi_supervised": "label_propagation",
  "sklearn.svm": "base bounds classes liblinear libsvm libsvm_sparse",
  "sklearn.tree": "export",
  "sklearn.utils": "fast_dict mocking seq_dataset testing weight_vector"
};
var movedModules = {
  _decimal: "decimal",
  _functools: "functools",
  _io: "io",
  _loss: "sklearn._loss._loss",
  _operator: "operator",
  _pydatetime: "datetime",
  _pydecimal: "decimal",
  _pyio: "io",
  "astropy.coordinates.angles.core": "astropy.coordinates.angles",
  "astropy.coordinates.representation.cartesian": "astropy.coordinates.representation",
  "astropy.coordinates.representation.cylindrical": "astropy.coordinates.representation",
  "astropy.coordinates.representation.geodetic": "astropy.coordinates.earth",
  "astropy.coordinates.representation.spherical": "astropy.coordinates.representation",
  "dateutil.tz": "dateutil.tz.tz",
  multiarray: "numpy.core.multiarray",
  "numpy.char": "numpy.core.defchararray",
  "numpy.core.defmatrix": "numpy.matrixlib.defmatrix",
  "numpy.core.umath": "numpy.core._multiarray_umath",
  "numpy.lib._polynomial_impl": "numpy.lib.polynomial",
  "numpy.rec": "numpy.core.records",
  "pathlib._local": "pathlib",
  "sklearn.cluster.hierarchical": "sklearn.cluster._agglomerative",
  "sklearn.cluster.k_means_": "sklearn.cluster._kmeans",
  "sklearn.cross_validation": "sklearn.model_selection._split",
  "sklearn.decomposition.online_lda": "sklearn.decomposition._lda",
  "sklearn.ensemble.gradient_boosting": "sklearn.ensemble._gb",
  "sklearn.externals.joblib": "joblib",
  "sklearn.feature_extraction.hashing": "sklearn.feature_extraction._hash",
  "sklearn.grid_search": "sklearn.model_selection._search",
  "sklearn.lda": "sklearn.discriminant_analysis",
  "sklearn.learning_curve": "sklearn.model_selection._validation",
  "sklearn.mixture.gmm": "sklearn.mixture._gaussian_mixture",
  "sklearn.neighbors._dist_metrics": "sklearn.metrics._dist_metrics",
  "sklearn.qda": "sklearn.discriminant_analysis",
  "sklearn.svm.sparse": "sklearn.svm._classes",
  "sklearn.tree.tree": "sklearn.tree._classes",
  "torch.tensor": "torch._tensor"
};
var movedPackages = {
  "numpy._core": "numpy.core",
  pytorch_lightning: "lightning.pytorch",
  "sklearn.externals.joblib": "joblib",
  "torch.nn.intrinsic": "torch.ao.nn.intrinsic",
  "torch.nn.quantized": "torch.ao.nn.quantized",
  "ultralytics.yolo": "ultralytics",
  "yolov5.models": "models"
};
var movedNames = {
  "pandas._libs.period Period": "pandas._libs.tslibs.period Period",
  "pandas._libs.tslib __nat_unpickle": "pandas._libs.tslibs.nattype __nat_unpickle",
  "pandas._period Period": "pandas._libs.tslibs.period Period",
  "pandas._sparse BlockIndex": "pandas._libs.sparse BlockIndex",
  "pandas.core.arrays.numpy_ PandasArray": "pandas.core.arrays.numpy_ NumpyExtensionArray",
  "pandas.core.base FrozenList": "pandas.core.indexes.frozen FrozenList",
  "pandas.core.base FrozenNDArray": "numpy ndarray",
  "pandas.core.categorical Categorical": "pandas.core.arrays.categorical Categorical",
  "pandas.core.indexes.frozen FrozenNDArray": "numpy ndarray",
  "pandas.core.internals BlockManager": "pandas.core.internals.managers BlockManager",
  "pandas.core.series TimeSeries": "pandas.core.series Series",
  "pandas.core.sparse.array SparseArray": "pandas.core.arrays.sparse.array SparseArray",
  "pandas.indexes.base Index": "pandas.core.indexes.base Index",
  "pandas.indexes.base _new_Index": "pandas.core.indexes.base _new_Index",
  "pandas.indexes.multi MultiIndex": "pandas.core.indexes.multi MultiIndex",
  "pandas.indexes.numeric Float64Index": "pandas.core.indexes.numeric Float64Index",
  "pandas.indexes.numeric Int64Index": "pandas.core.indexes.numeric Int64Index",
  "pandas.indexes.range RangeIndex": "pandas.core.indexes.range RangeIndex",
  "pandas.sparse.array SparseArray": "pandas.core.arrays.sparse.array SparseArray",
  "pandas.tseries.index DatetimeIndex": "pandas.core.indexes.datetimes DatetimeIndex",
  "pandas.tseries.index _new_DatetimeIndex": "pandas.core.indexes.datetimes _new_DatetimeIndex",
  "pandas.tseries.period PeriodIndex": "pandas.core.indexes.period PeriodIndex",
  "pandas.tseries.tdi TimedeltaIndex": "pandas.core.indexes.timedeltas TimedeltaIndex",
  "pandas.tslib Timestamp": "pandas._libs.tslibs.timestamps Timestamp",
  "pandas.tslib __nat_unpickle": "pandas._libs.tslibs.nattype __nat_unpickle",
  "sklearn.datasets.base Bunch": "sklearn.utils._bunch Bunch",
  "sklearn.preprocessing.imputation Imputer": "sklearn.impute._base SimpleImputer",
  "sklearn.utils Bunch": "sklearn.utils._bunch Bunch",
  "torch.nn.modules.linear _LinearWithBias": "torch.nn.modules.linear NonDynamicallyQuantizableLinear",
  "torch.storage _TypedStorage": "torch.storage TypedStorage",
  "torch.storage _UntypedStorage": "torch.storage UntypedStorage"
};
var python2Names = {
  "UserDict IterableUserDict": "collections UserDict",
  "__builtin__ basestring": "builtins str",
  "__builtin__ intern": "sys intern",
  "__builtin__ long": "builtins int",
  "__builtin__ reduce": "functools reduce",
  "__builtin__ unichr": "builtins chr",
  "__builtin__ unicode": "builtins str",
  "__builtin__ xrange": "builtins range",
  "exceptions StandardError": "builtins Exception",
  "itertools ifilter": "builtins filter",
  "itertools imap": "builtins map",
  "itertools izip": "builtins zip",
  "urllib urlopen": "urllib.request urlopen",
  "urllib urlretrieve": "urllib.request urlretrieve"
};
// src/python/spellings.ts
var MAX_STEPS2 = 6;
function renames(module, name) {
  const key = `${module} ${name}`;
  const known = renamesCache.get(key);
  if (known) return known;
  const found2 = findRenames(module, name);
  if (renamesCache.size >= MAX_CACHED) renamesCache.clear();
  if (key.length < 512) renamesCache.set(key, found2);
  return found2;
}
var MAX_CACHED = 4096;
var renamesCache = /* @__PURE__ */ new Map();
function findRenames(module, name) {
  const found2 = [{ module, name }];
  for (let step2 = 0, at = found2[0]; at && step2 < MAX_STEPS2; step2++) {
    at = renamed(at);
    if (!at || found2.some((known) => known.module === at?.module && known.name === at.name)) break;
    found2.push(at);
  }
  return found2;
}
function spellings(module, name) {
  const found2 = [...renames(module, name)];
  for (const prefix of reexports) {
    const at = module.indexOf(prefix);
    if (at === 0 || at > 0 && module[at - 1] === ".") found2.push(...renames(module.slice(at + prefix.length), name));
  }
  for (const spelling of [...found2]) {
    const alias = own(moduleAliases, spelling.module);
    if (alias !== void 0) found2.push(...renames(alias, spelling.name));
  }
  return found2;
}
function renamed({ module, name }) {
  const exact = own(movedNames, `${module} ${name}`) ?? own(python2Names, `${module} ${name}`);
  if (exact !== void 0) {
    const [toModule = module, toName = name] = exact.split(" ");
    return { module: toModule, name: toName };
  }
  const moved = own(movedModules, module) ?? own(python2Modules, module);
  if (moved !== void 0) return { module: moved, name };
  const dot = module.lastIndexOf(".");
  const last = module.slice(dot + 1);
  if (own(underscored, module.slice(0, Math.max(dot, 0)))?.split(/\s+/).includes(last)) {
    return { module: `${module.slice(0, dot)}._${last.replace(/_{1,20}$/, "")}`, name };
  }
  for (const [from, to] of Object.entries(movedPackages)) {
    if (module === from || module.startsWith(`${from}.`)) return { module: to + module.slice(from.length), name };
  }
  return void 0;
}
function own(table2, key) {
  return Object.hasOwn(table2, key) ? table2[key] : void 0;
}
// src/python/stdlib-modules.ts
var stdlibModules = `
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootlocale _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp
  _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses _curses_panel
  _datetime _dbm _decimal _dummy_thread _dummy_threading _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac
  _imp _interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing
  _opcode _opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal _pyio
  _pylong _pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha2 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat
  _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize _tracemalloc _types _typing _uuid
  _warnings _weakref _weakrefset _winapi _wmi _xxinterpchannels _xxsubinterpreters _zoneinfo _zstd abc aifc annotationlib antigravity argparse array ast
  asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop
  collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime
  dbm decimal difflib dis distutils doctest dummy_threading email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter
  fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp
  importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath mailbox mailcap marshal math mimetypes mmap
  modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb
  pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
  queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
  sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol
  symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace
  traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound
  wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO
  Tkinter UserDict UserList UserString __builtin__ _abcoll _winreg anydbm bsddb cPickle cStringIO commands compiler cookielib copy_reg dbhash dircache
  dl dumbdbm dummy_thread exceptions fpformat gdbm hotshot htmlentitydefs htmllib httplib ihooks imputil itertools markupbase md5 mhlib mimetools
  mimify multifile mutex popen2 posixfile rexec rfc822 robotparser sets sgmllib sha statvfs stringold strop thread toaiff urllib2 urlparse whichdb
  xmllib xmlrpclib`;
// src/python/names-of.ts
function namesOf3(table2) {
  return new Set(Object.entries(table2).flatMap(([module, names3]) => names3.split(/\s+/).map((name) => `${module} ${name}`)));
}
function isWithin2(module, home) {
  return module === home || module.startsWith(home) && module[home.length] === ".";
}
// src/python/rule-kinds.ts
var isState = (via) => via === "build" || via === "append" || via === "setitem" || via === "additems";
var whenCalled = (rule) => (args, via, is) => isState(via) || rule(args, is);
var onlyCalled = (rule) => (args, via, is) => isState(via) ? "its result is changed, which no pickler writes" : rule(args, is);
var label2 = (value) => value?.kind === "global" ? `${value.module}.${value.name}` : value === void 0 ? "nothing" : `a value of kind ${value.kind}`;
function isGlobal(value, module, name) {
  return value.kind === "global" && "module" in value && value.module === module && "name" in value && value.name === name;
}
var isPlain = (value) => value.kind === "tuple" ? !value.more && value.items.every(isPlain) : ["text", "int", "bool", "none", "float", "bytes"].includes(value.kind);
var plainWord = once(() => new RegExp(`^(?!__)[${LETTER}_][${LETTER}\\p{N}_]*$`, "u"));
var LETTER = "\\p{L}";
function isPlainWord(text22) {
  return plainWord().test(text22);
}
// src/policy/globals/buildable.ts
var STATE_RULES = /* @__PURE__ */ new Set([
  "distribution",
  "vectorized",
  "qhull",
  "no-cache",
  "formula",
  "temporary-file",
  "attributes-only",
  "attributes-only-callable"
]);
var METHOD = /\.[a-z_][^.]*$/;
var isElsewhere = (module, name, is) => is.libraryOf(module) === "unknown" && is.safeUse(module, name) === void 0 && !is.isDangerous(module, name);
function buildable(value, is) {
  if (value?.kind === "result" && isGlobal(value.callee, "builtins", "getattr")) return nestedClass(value.args, is);
  if (value?.kind !== "global") return `${label2(value)} is not a class`;
  const use = is.safeUse(value.module, value.name);
  if (use === "call" || use === "class" || use === "member" || use === "default-factory") return true;
  if (isElsewhere(value.module, value.name, is))
    return !METHOD.test(value.name) || `${label2(value)} is a method, which does with its arguments what the package wants`;
  return `${label2(value)} is not known to be a harmless class`;
}
function reconstructible(cls, base, state, is) {
  const refusal = buildable(cls, is);
  if (cls?.kind !== "global" || base === void 0 || state?.kind !== "none" || !isGlobal(base, "builtins", "object")) return refusal;
  const use = is.safeUse(cls.module, cls.name);
  return use !== void 0 && STATE_RULES.has(use) ? true : refusal;
}
function nestedClass([outer, inner], is) {
  if (outer?.kind !== "global" || inner?.kind !== "text" || !isPlainWord(inner.text)) return "the class is computed";
  return buildable({ kind: "global", module: outer.module, name: `${outer.name}.${inner.text}` }, is);
}
function harmlessPartial(value, is) {
  if (value?.kind === "result" && isGlobal(value.callee, "functools", "partial")) return harmlessPartial(value.args[0], is);
  const use = value?.kind === "global" ? is.safeUse(value.module, value.name) : void 0;
  const known = value?.kind === "global" && is.libraryOf(value.module) !== "unknown";
  const harmless = use === "reference" || use === "call" || use === "default-factory" || use === "class" && known;
  return harmless || `${label2(value)} is called for every missing key`;
}
function keepable(value, is) {
  if (value?.kind === "result" && isGlobal(value.callee, "functools", "partial")) return keepable(value.args[0], is);
  const use = value?.kind === "global" ? is.safeUse(value.module, value.name) : void 0;
  if (use === "reference" || use === "shared" || use === "union") return true;
  if (value?.kind === "global" && value.name.endsWith(".__new__"))
    return buildable({ ...value, name: value.name.slice(0, -".__new__".length) }, is);
  return buildable(value, is) === true || `${label2(value)} is not known to be harmless when it is called later`;
}
// src/policy/globals/arguments-arrays.ts
function tensor(args, is) {
  const [storage] = args;
  if (storage?.kind === "persistent-id") return true;
  if (storage?.kind === "result" && storage.callee.kind === "global") {
    const { module, name } = storage.callee;
    if (isWithin2(module, "torch") && is.safeUse(module, name) !== void 0) return true;
  }
  return `the storage is ${label2(storage)}, not one of this file`;
}
var arrayRules = {
  "masked-array": whenCalled(([cls, base], is) => {
    const first2 = buildable(cls, is);
    return first2 === true ? buildable(base, is) : first2;
  }),
  "numpy-scalar": whenCalled(([dtype], is) => {
    if (dtype?.kind === "global")
      return isWithin2(dtype.module, "numpy") && buildable(dtype, is) === true ? true : `${label2(dtype)} is no dtype`;
    if (dtype?.kind !== "result" || dtype.callee.kind !== "global" || !isWithin2(dtype.callee.module, "numpy"))
      return "the dtype is not one of NumPy";
    const [code] = dtype.args;
    return code?.kind !== "text" || !/^[|<>=]?O/.test(code.text) || "a scalar of objects is a pickle of its own";
  }),
  ufunc: onlyCalled(([module, name], is) => {
    if (module?.kind !== "text" || name?.kind !== "text") return "the function to import is no literal";
    const home = /^(numpy|scipy\.special)(?:\.\w+)*$/.exec(module.text)?.[1];
    const plain2 = isPlainWord(name.text) && !is.isDangerous(module.text, name.text);
    const known = home === "scipy.special" || is.safeUse("numpy", name.text) === "reference";
    return home !== void 0 && plain2 && known || `${module.text}.${name.text} is imported, which is no known ufunc`;
  }),
  "bit-generator": whenCalled(([which], is) => {
    if (which === void 0 || which.kind === "text" && isPlainWord(which.text)) return true;
    return which.kind === "global" && isWithin2(which.module, "numpy.random") && buildable(which, is) === true || `${label2(which)} is no bit generator`;
  }),
  "random-state": whenCalled(([generator, make], is) => {
    if (make !== void 0 && !isGlobal(make, "numpy.random._pickle", "__bit_generator_ctor")) return `${label2(make)} would be called`;
    if (generator === void 0 || generator.kind === "text" && isPlainWord(generator.text)) return true;
    const source = generator.kind === "result" && generator.callee.kind === "global" ? generator.callee : generator;
    if (source.kind !== "global" || !isWithin2(source.module, "numpy.random") || is.isDangerous(source.module, source.name))
      return "the bit generator is not one of NumPy";
    return true;
  }),
  index: whenCalled(([cls], is) => {
    if (cls?.kind === "global" && !isWithin2(cls.module, "pandas")) return `${label2(cls)} is no index class of pandas`;
    return buildable(cls, is);
  }),
  "custom-offset": onlyCalled(
    ([, , , , calendar]) => calendar?.kind === "none" || "the calendar it is given would be asked for its holidays"
  ),
  tensor: whenCalled(tensor),
  "tensor-type": whenCalled(([rebuild, , args], is) => {
    if (rebuild?.kind !== "global" || !/^torch\._(utils|tensor)$/.test(rebuild.module) || !rebuild.name.startsWith("_rebuild_"))
      return `${label2(rebuild)} would be called`;
    if (is.safeUse(rebuild.module, rebuild.name) !== "tensor")
      return is.safeUse(rebuild.module, rebuild.name) !== void 0 || `${label2(rebuild)} is not known`;
    return args?.kind === "tuple" ? tensor(args.items, is) : "the arguments of the constructor are no literal tuple";
  }),
  "remade-array": whenCalled(([rebuild, args], is) => {
    if (rebuild?.kind !== "global" || rebuild.name !== "_reconstruct" || is.safeUse(rebuild.module, rebuild.name) !== "first-is-class") {
      return `${label2(rebuild)} would be called`;
    }
    return args?.kind === "tuple" ? buildable(args.items[0], is) : "the arguments of the constructor are no literal tuple";
  })
};
// src/policy/globals/arguments-attributes.ts
var DISTRIBUTION_METHODS = new Set("_entropy _pdf _pmf _cdf _sf _ppf _cdf_single _ppf_single _mom0_sc _mom1_sc generic_moment".split(" "));
var SINK_NAMES = new Set(
  "system popen popen2 popen3 popen4 spawn exec execv execve execl execlp execvp eval compile run call check_call check_output getoutput Popen fork loads load import_module open urlopen".split(
    " "
  )
);
var SINK_METHOD = /^(?:to_?(?:csv|pickle|json|excel|hdf|sql|parquet|feather|stata|xml|html|latex|clipboard|markdown|gbq|orc|string|netcdf|zarr|file|disk|filename)|tofile|dump|dump_model|save|save_\w+|load_\w+|read|read_\w+|write|write_\w+|export|export_\w+|query|touch|unlink|rmdir|mkdir|rename|chmod|symlink_to|hardlink_to|from_(?:file|pretrained|url)|show|subs|evalf|set_network)$/;
var BY_NAME = /(?:^|\.)(?:agg|aggregate|apply|transform|map|applymap|pipe)$/;
var ATTRIBUTED = /* @__PURE__ */ new Set(["attributes-only", "attributes-only-callable", "zone-key"]);
var isSink = (name) => name.split(".").some((part) => SINK_NAMES.has(part) || SINK_METHOD.test(part));
var isSinkName = (value) => value.kind === "text" && isSink(value.text);
var isPlainName = (value) => value?.kind === "text" && value.text.split(".").every((part) => isPlainWord(part));
function getAttribute(args, is) {
  const [of4, name] = args;
  if (args.length !== 2 || of4 === void 0 || name?.kind !== "text") return "the name of the attribute is not a literal";
  if (name.text === "__new__" && of4.kind === "global") return buildable(of4, is);
  if (!isPlainWord(name.text)) return "the attribute is none that picklers ask for";
  if ((of4.kind === "result" || of4.kind === "global") && isSink(name.text)) return `${name.text} is a method that reaches files or runs code`;
  switch (of4.kind) {
    case "global":
      if (is.isDangerous(of4.module, `${of4.name}.${name.text}`)) return `${of4.module}.${of4.name}.${name.text} is dangerous`;
      return buildable(of4, is) === true || ATTRIBUTED.has(is.safeUse(of4.module, of4.name) ?? "") || `${label2(of4)} is not known to be a harmless class`;
    case "result": {
      if (of4.callee.kind !== "global") return "the object is the result of a computed call";
      const { module, name: callee } = of4.callee;
      if (is.isDangerous(module, `${callee}.${name.text}`)) return `${module}.${callee}.${name.text} is dangerous`;
      const use = is.safeUse(module, callee);
      if (use === "reconstructor" || use === "first-is-class") return buildable(of4.args[0], is);
      if (use === "distribution" && DISTRIBUTION_METHODS.has(name.text)) return true;
      if (use === "call" || use === "class" || use === "attributes-only" || use === "attributes-only-callable" || use === "member" || isElsewhere(module, callee, is))
        return true;
      return `it gets an attribute of the result of ${module}.${callee}`;
    }
    case "text":
      return name.text !== "format" && name.text !== "format_map" || "format strings reach attributes";
    case "module":
    case "unknown":
    case "persistent-id":
      return `it gets an attribute of ${label2(of4)}`;
    default:
      return true;
  }
}
var attributeRules = {
  "get-attribute": onlyCalled(getAttribute),
  "item-getter": onlyCalled((args) => args.length > 0 && args.every(isPlain) || "the item is no literal"),
  "attribute-getter": onlyCalled(
    (args) => args.length > 0 && args.every((arg) => isPlainName(arg) && !isSinkName(arg)) || "the attribute is none that data has"
  ),
  "method-caller": onlyCalled(([name, ...rest]) => {
    if (name === void 0 || !isPlainName(name) || isSinkName(name)) return "the method is none that data has";
    if (BY_NAME.test(name.kind === "text" ? name.text : "") && rest.some(isSinkName))
      return "the method calls another that reaches files or runs code";
    return rest.every(isPlain) || "the arguments of the method are no plain data";
  })
};
// src/policy/globals/state-entry.ts
function stateEntry(state, key) {
  if (state?.kind === "none") return { found: void 0, whole: true };
  if (state?.kind !== "dict" || state.more || !state.entries.every(([name]) => name.kind === "text" && name.text.length === name.length))
    return { found: void 0, whole: false };
  return { found: state.entries.filter(([name]) => name.kind === "text" && name.text === key).at(-1)?.[1], whole: true };
}
// src/policy/globals/arguments-states.ts
var TEMPLATE_LINE = /^(?:|def _parse_args(?:_rvs|_stats)?\(self,[\w ,=.'-]*\):| {4}return \([\w ,]*\), loc, [\w.]+(?:, moments)?| {4}return self\._argcheck_rvs\([\w ,=]*\))$/;
var VECTORIZED_STATE = new Set(
  "pyfunc cache signature otypes _ufunc _doc __doc__ __name__ __qualname__ __module__ excluded _in_and_out_core_dims".split(" ")
);
function distribution(state) {
  const { found: found2, whole } = stateEntry(state, "_parse_arg_template");
  if (found2 === void 0) return whole || "its state, which can hold code, was not read as a whole";
  if (found2.kind !== "text" || found2.length !== found2.text.length) return "the argument template of its state is no literal text";
  return found2.text.split("\n").every((line) => TEMPLATE_LINE.test(line)) || "the argument template of its state is not what SciPy generates, and is run as code";
}
function vectorized(state, is) {
  if (state?.kind !== "dict" || state.more) return "its state, which names the function, was not read as a whole";
  if (!state.entries.every(([key]) => key.kind === "text" && key.text.length === key.length && VECTORIZED_STATE.has(key.text)))
    return "its state is not what NumPy writes";
  const cache = stateEntry(state, "_ufunc").found;
  if (cache !== void 0 && cache.kind !== "none" && !(cache.kind === "dict" && cache.entries.length === 0 && !cache.more))
    return "its state holds a function in the cache, which NumPy never writes";
  const fn = stateEntry(state, "pyfunc").found;
  const isMethod = fn?.kind === "result" && isGlobal(fn.callee, "builtins", "getattr");
  return isMethod ? getAttribute(fn.args, is) : keepable(fn, is);
}
function qhull(state) {
  const handle = stateEntry(state, "_qhull");
  if (!handle.whole) return "its state, which can name what is closed, was not read as a whole";
  if (stateEntry(state, "close").found !== void 0) return "its state replaces the method that its finaliser calls";
  return handle.found === void 0 || handle.found.kind === "none" || "its finaliser closes what its state names";
}
function keepsFactory(state) {
  const { found: found2, whole } = stateEntry(state, "default_factory");
  return found2 === void 0 && whole || "its state can replace the function that it calls for every missing key";
}
function siblingFile(state) {
  const { found: found2, whole } = stateEntry(state, "filename");
  if (found2 === void 0) return whole || "its state, which names a file to load, was not read as a whole";
  if (found2.kind !== "text") return "the file to load is named by no literal";
  return !/[/\\:]|^\.\.?$/.test(found2.text) || "the file to load lies outside the folder";
}
function noCache(state) {
  for (const key of ["location", "store_backend"]) {
    const { found: found2, whole } = stateEntry(state, key);
    if (!whole) return "its state, which can name a folder of pickles, was not read as a whole";
    if (found2 !== void 0 && found2.kind !== "none") return "its state names a folder whose pickles are loaded when the model is used";
  }
  return true;
}
var stateRules = {
  distribution: (args, via) => {
    if (via === "build") return distribution(args[0]);
    return via === "newobj" || via === "obj" || "its constructor makes code out of its arguments";
  },
  vectorized: (args, via, is) => {
    if (via === "build") return vectorized(args[0], is);
    return via === "newobj" || "a function is vectorized, which no pickler writes as a call";
  },
  qhull: (args, via) => {
    if (via === "build") return qhull(args[0]);
    return via === "newobj" || "it is called, which no pickler writes";
  },
  "sibling-file": (args, via) => {
    if (via === "build") return siblingFile(args[0]);
    return via === "newobj" || args.length === 0 || "it is called with arguments, which joblib never does";
  },
  "no-cache": (args, via) => {
    if (via === "build") return noCache(args[0]);
    return via === "newobj" || "it is called, which no pickler writes";
  }
};
// src/policy/judge/render.ts
var MAX_CALL = 400;
var MAX_LITERAL = 160;
var MAX_DEPTH5 = 6;
function renderCall(callee, args, via) {
  const target = renderCallee(callee, 0);
  const list2 = (from) => args.slice(from).map((arg) => render(arg, 1)).join(", ");
  switch (via) {
    case "reduce":
    case "newobj":
    case "inst":
    case "obj":
      return cut(`${target}(${list2(0)})`);
    case "build":
      return cut(`${target}(\u2026).__setstate__(${list2(0)})`);
    case "append":
      return cut(`${target}(\u2026).extend([${list2(0)}])`);
    case "setitem":
      return cut(`${target}(\u2026)[${render(args[0] ?? NOTHING8, 1)}] = ${render(args[1] ?? NOTHING8, 1)}`);
    case "additems":
      return cut(`${target}(\u2026).update({${list2(0)}})`);
  }
}
function renderMutation(target, args, via) {
  const name = renderCallee(target, 0).replace(/\.$/, "");
  if (via === "setitem") return cut(`${name}[${render(args[0] ?? NOTHING8, 1)}] = ${render(args[1] ?? NOTHING8, 1)}`);
  const values = args.map((arg) => render(arg, 1)).join(", ");
  return cut(via === "build" ? `${name}.__setstate__(${values})` : `${name}.extend([${values}])`);
}
function renderValue(value) {
  return cut(render(value, 0));
}
var NOTHING8 = { kind: "none" };
function renderCallee(callee, depth) {
  switch (callee.kind) {
    case "global":
      return `${callee.module}.${callee.name}`;
    case "method":
      return `${render(callee.of, depth + 1)}.${callee.name}`;
    case "unknown":
      return callee.of.kind === "result" ? render(callee.of, depth + 1) : `(${render(callee.of, depth + 1)})`;
  }
}
function render(value, depth) {
  if (depth > MAX_DEPTH5) return "\u2026";
  switch (value.kind) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
    case "float":
      return value.text;
    case "text":
      return quote2(value.text, value.length);
    case "bytes":
      return `b${quote2(String.fromCharCode(...value.head.subarray(0, MAX_LITERAL)), value.length)}`;
    case "global":
      return `${value.module}.${value.name}`;
    case "module":
      return `<module ${value.module}>`;
    case "result":
      return `${renderCallee(value.callee, depth + 1)}(${value.args.map((arg) => render(arg, depth + 1)).join(", ")})`;
    case "tuple":
      return `(${items(value.items, value.more, depth)}${value.items.length === 1 && !value.more ? "," : ""})`;
    case "list":
      return `[${items(value.items, value.more, depth)}]`;
    case "set":
      return `{${items(value.items, value.more, depth)}}`;
    case "frozenset":
      return `frozenset({${items(value.items, value.more, depth)}})`;
    case "dict": {
      const entries = value.entries.map(([key, item]) => `${render(key, depth + 1)}: ${render(item, depth + 1)}`);
      return `{${[...entries, ...value.more ? ["\u2026"] : []].join(", ")}}`;
    }
    case "persistent-id":
      return value.id ? `persistent_load(${render(value.id, depth + 1)})` : "persistent_load(\u2026)";
    case "unknown":
      return `<${value.what}>`;
  }
}
function items(values, more, depth) {
  return [...values.map((item) => render(item, depth + 1)), ...more ? ["\u2026"] : []].join(", ");
}
function quote2(text22, length) {
  const shown = text22.length > MAX_LITERAL ? text22.slice(0, MAX_LITERAL) : text22;
  let quoted = "";
  for (const char of shown)
    quoted += ESCAPES2.get(char) ?? (char < " " || char === "\x7F" ? `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}` : char);
  return `'${quoted}${length > shown.length ? "\u2026" : ""}'`;
}
var ESCAPES2 = /* @__PURE__ */ new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function cut(text22) {
  return text22.length > MAX_CALL ? `${text22.slice(0, MAX_CALL - 1)}\u2026` : text22;
}
// src/policy/globals/taken-apart.ts
var TAKERS = namesOf3({
  array: "array",
  builtins: "bool bytearray bytes complex dict float frozenset int list range set str tuple",
  collections: "Counter OrderedDict UserDict UserList UserString deque",
  itertools: "chain cycle",
  numpy: `bool bool_ bytes_ clongdouble complex128 complex256 complex64 datetime64 dtype float128 float16 float32 float64 int16 int32
    int64 int8 int_ intc longdouble longlong ndarray object_ str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong
    unicode_ void`,
  "dateutil.tz.tz": "tzoffset",
  inspect: "Parameter Signature",
  pandas: "Categorical CategoricalDtype CategoricalIndex DatetimeIndex Index IntervalIndex MultiIndex PeriodIndex RangeIndex TimedeltaIndex",
  "pandas.core.arrays.categorical": "Categorical",
  "pandas.core.indexes.base": "Index",
  "pandas.core.indexes.category": "CategoricalIndex",
  "pandas.core.indexes.datetimes": "DatetimeIndex",
  "pandas.core.indexes.frozen": "FrozenList",
  "pandas.core.indexes.interval": "IntervalIndex",
  "pandas.core.indexes.multi": "MultiIndex",
  "pandas.core.indexes.numeric": "Float64Index Int64Index UInt64Index",
  "pandas.core.indexes.period": "PeriodIndex",
  "pandas.core.indexes.timedeltas": "TimedeltaIndex",
  "pandas.core.internals.managers": "BlockManager",
  "pandas.core.dtypes.dtypes": "CategoricalDtype",
  os: "stat_result statvfs_result terminal_size times_result uname_result",
  time: "struct_time",
  torch: "Size",
  uuid: "UUID",
  "torch._utils": "_rebuild_sparse_csr_tensor _rebuild_sparse_tensor"
});
var PLAIN_CLASSES = namesOf3({
  // The state of an iterator is a position; what it iterates over is judged where it is made.
  builtins: "iter reversed",
  datetime: "date datetime time timedelta timezone",
  decimal: "Decimal",
  fractions: "Fraction",
  numpy: "dtype ndarray matrix recarray record",
  "numpy.core.multiarray": "scalar",
  uuid: "UUID"
});
var ARRAY_MAKERS = namesOf3({ "numpy._core.multiarray": "_reconstruct", "numpy.core.multiarray": "_reconstruct" });
var CALLABLES = namesOf3({
  builtins: "getattr",
  functools: "partial",
  operator: "attrgetter itemgetter methodcaller"
});
var VALUE_CLASS = /^(?:(?:numpy|joblib\.numpy_pickle(?:_compat)?|datetime|decimal|fractions|uuid|zoneinfo|dateutil|pytz|pyarrow|scipy\.sparse|statsmodels\.tsa\.statespace\._\w+|pandas)(?:\.|$)|torch(?:\._utils|\._tensor|\.storage|\.nn\.parameter)?$)/;
var NO_VALUES = /^(?:pandas\.(?:.*\.)?(?:groupby|resample|window|strings|typing)|scipy\.sparse\.linalg)(?:\.|$)/;
var MAX_DEPTH24 = 8;
function takesApart(module, name) {
  const key = `${module} ${name}`;
  return TAKERS.has(key) || OF_PAIRS.has(key);
}
function judgeTakenApart({ callee, args, via }) {
  if (callee.kind !== "global" || via === "append" || via === "setitem" || via === "additems") return void 0;
  const { module, name } = callee;
  const given = via === "build" ? statesOf(module, args) : takesApart(module, name) ? withItems(module, name, args) : innerState(module, name, args);
  const prints = name === "str" || name === "UserString";
  const culprit = given?.find((arg) => (prints ? holdsStated(arg, 0) : isStated(arg, 0)) || isReadyCall(arg, 0));
  const cut2 = given !== void 0 && given.length > 1 && given.at(-1)?.kind === "unknown";
  if (culprit === void 0 && !cut2) return void 0;
  const text22 = renderCall(callee, args, via);
  const why = culprit === void 0 ? "it has more arguments than any pickler writes, or arguments that are computed" : `it calls methods of ${renderValue(culprit)}, which read attributes set by the file`;
  return finding("pickle/unsafe-arguments", `Loading runs ${text22}: ${why}`, text22, why, `${module}.${name}`);
}
function isValueClass(module) {
  return VALUE_CLASS.test(module) && !NO_VALUES.test(module);
}
function isPlainClass({ callee, args: [cls] }) {
  if (callee.kind !== "global") return false;
  const of4 = ARRAY_MAKERS.has(`${callee.module} ${callee.name}`) && cls?.kind === "global" ? cls : callee;
  return PLAIN_CLASSES.has(`${of4.module} ${of4.name}`);
}
function isStated(value, depth) {
  if (value.kind !== "result") return false;
  if (isPlainClass(value)) return false;
  return value.hasState === true || depth >= MAX_DEPTH24 || value.args.some((arg) => isStated(arg, depth + 1));
}
function isReadyCall(value, depth) {
  if (value.kind !== "result" || depth >= MAX_DEPTH24) return false;
  const { callee } = value;
  if (callee.kind === "global" && CALLABLES.has(`${callee.module} ${callee.name}`)) return true;
  return value.args.some((arg) => isReadyCall(arg, depth + 1));
}
function holdsStated(value, depth) {
  if (isStated(value, depth)) return true;
  if (depth >= MAX_DEPTH24) return false;
  if ("items" in value) return value.items.some((item) => holdsStated(item, depth + 1));
  if (value.kind === "result") return !isPlainClass(value) && value.args.some((arg) => holdsStated(arg, depth + 1));
  return value.kind === "dict" && value.entries.some((entry) => entry.some((item) => holdsStated(item, depth + 1)));
}
var OF_PAIRS = namesOf3({ builtins: "dict", collections: "OrderedDict UserDict defaultdict" });
var OF_NUMBERS = /^(?:array array|builtins (?:bytearray|bytes|complex|float|int)|numpy (?!dtype$)\w+)$/;
var SETTERS = /* @__PURE__ */ new Map([
  ["dill._dill _create_array", 3],
  ["torch._tensor _rebuild_from_type_v2", 3],
  ["torch._utils _rebuild_parameter_with_state", 3]
]);
function setsState(module, name) {
  return SETTERS.has(`${module} ${name}`);
}
function withItems(module, name, args) {
  const key = `${module} ${name}`;
  const [, ...more] = args;
  if (OF_PAIRS.has(key)) return (name === "defaultdict" ? more : args).flatMap((arg) => "items" in arg ? arg.items : [arg]);
  return OF_NUMBERS.test(key) ? args.flatMap((arg) => "items" in arg ? flat(arg.items, 1) : [arg]) : args;
}
function flat(values, depth) {
  return values.flatMap((value) => "items" in value && depth < MAX_DEPTH24 ? flat(value.items, depth + 1) : [value]);
}
function innerState(module, name, args) {
  const [, base, state] = args;
  if (module === "copyreg" && name === "__newobj_ex__") return args.slice(1, 3);
  const at = SETTERS.get(`${module} ${name}`);
  if (at !== void 0) return args[at] && pairOf2(args[at]);
  const builds = module === "copyreg" && name === "_reconstructor" && base?.kind === "global" && base.name !== "object";
  return builds && state !== void 0 ? [state] : void 0;
}
function pairOf2(state) {
  return state.kind === "tuple" && state.items.length === 2 ? state.items : [state];
}
function statesOf(module, [state]) {
  if (state?.kind !== "dict" || module !== "builtins") return state && [state];
  return state.entries.filter(([key]) => key.kind === "text" && key.text === "args").map(([, value]) => value);
}
// src/policy/globals/arguments-python.ts
var CODECS = /* @__PURE__ */ new Set(["latin1", "latin-1", "iso8859-1", "iso-8859-1", "utf-8", "utf8", "ascii", "raw_unicode_escape"]);
var ZONE_KEY = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/;
var OLD_TYPES = new Set("long unicode OrderedDict defaultdict deque".split(" "));
var isData = (value) => value.kind !== "global" && value.kind !== "module" && value.kind !== "unknown";
var OWNERLESS = "";
function ownerOf(value) {
  if (value?.kind !== "result" || value.callee.kind !== "global") return OWNERLESS;
  if (!isGlobal(value.callee, "builtins", "getattr")) return `${value.callee.module}.${value.callee.name}`;
  const of4 = value.args[0];
  return of4?.kind === "global" ? `${of4.module}.${of4.name}` : OWNERLESS;
}
var isMember = (value, is) => value.kind === "result" && value.callee.kind === "global" && is.safeUse(value.callee.module, value.callee.name) === "member";
function isKept(value, is) {
  const isMethod = value?.kind === "result" && isGlobal(value.callee, "builtins", "getattr") && value.args[0]?.kind === "result";
  return isMethod ? getAttribute(value.args, is) : keepable(value, is);
}
var pythonRules = {
  codec: whenCalled(([text22, codec]) => {
    if (text22?.kind !== "text") return "what is encoded is no literal text";
    return codec === void 0 || codec.kind === "text" && CODECS.has(codec.text.toLowerCase()) || "the codec is not one that only encodes text";
  }),
  // What it gives belongs to the program, not to the file.
  shared: onlyCalled(() => true),
  "type-of": onlyCalled((args) => {
    const [of4] = args;
    if (args.length !== 1) return "type() with three arguments makes a new class";
    if (of4?.kind === "none") return true;
    return of4?.kind === "global" && of4.module === "builtins" && /^(Ellipsis|NotImplemented)$/.test(of4.name) || `it gets the type of ${label2(of4)}`;
  }),
  iterator: whenCalled(
    (args) => args.length > 0 && args.every((arg) => isData(arg) && !isStated(arg, 0) && !isReadyCall(arg, 0)) || "an iterator over something that is no data can call functions"
  ),
  "one-iterable": whenCalled(
    ([items2, ...more]) => items2 !== void 0 && more.length === 0 && isData(items2) && !isStated(items2, 0) && !isReadyCall(items2, 0) || "it calls what it is given for every item"
  ),
  mapped: whenCalled(([fn, ...items2], is) => {
    if (fn?.kind !== "none" && !(fn?.kind === "global" && is.safeUse(fn.module, fn.name) === "call"))
      return `${label2(fn)} would be called for every item`;
    return items2.every((item) => isData(item) && !holdsStated(item, 0)) || "the items are no data";
  }),
  partial: (args, via, is) => {
    if (via !== "build") return isState(via) ? "its result is changed, which no pickler writes" : isKept(args[0], is);
    const [state] = args;
    return state?.kind === "tuple" ? isKept(state.items[0], is) : "its state is not what Python writes";
  },
  "default-factory": (args, via, is) => {
    if (via === "build") return keepsFactory(args[0]);
    const [factory] = args;
    if (isState(via) || factory === void 0 || factory.kind === "none") return true;
    if (factory.kind === "result" && isGlobal(factory.callee, "functools", "partial")) return harmlessPartial(factory, is);
    return buildable(factory, is) === true || `${label2(factory)} is called for every missing key`;
  },
  "first-is-class": whenCalled(([cls], is) => buildable(cls, is)),
  reconstructor: whenCalled(([cls, base, state], is) => {
    const first2 = buildable(cls, is) === true || reconstructible(cls, base, state, is);
    return first2 === true ? buildable(base, is) : first2;
  }),
  member: onlyCalled(
    ([value, ...more], is) => value !== void 0 && more.length === 0 && (isPlain(value) || isMember(value, is)) || "a member is looked up by something that is no plain value"
  ),
  flags: onlyCalled(([left, right]) => {
    if (left?.kind === "int" && right?.kind === "int") return true;
    const owner = ownerOf(left?.kind === "int" ? right : left);
    const other2 = right?.kind === "int" || left?.kind === "int" ? owner : ownerOf(right);
    return owner !== OWNERLESS && owner === other2 || "the operands are not two flags of one enumeration";
  }),
  "typing-item": onlyCalled(
    ([generic]) => generic?.kind === "global" && /^(typing|collections\.abc)$/.test(generic.module) || `it gets an item of ${label2(generic)}`
  ),
  "zone-key": onlyCalled(
    ([key]) => key?.kind === "text" && ZONE_KEY.test(key.text) || "the time zone is named by something that is no zone key"
  ),
  "time-zone-file": whenCalled(([file]) => file?.kind === "none" || "a file of that name would be read"),
  "literal-bytes": whenCalled(([bytes]) => {
    if (bytes?.kind === "bytes") return true;
    const encoded2 = bytes?.kind === "result" && isGlobal(bytes.callee, "_codecs", "encode") && bytes.args[0]?.kind === "text";
    return encoded2 || "what is loaded is no literal of the file";
  }),
  "dill-type": onlyCalled(
    ([name]) => name?.kind === "text" && (plainType(name.text) !== void 0 || OLD_TYPES.has(name.text)) || "the type is none of plain data"
  )
};
// src/policy/globals/library-rules.ts
var FORMULA = /^[\w\u0080-\uffff\s.~+\-*/^:|(),=<>!]*$/;
var NAMED = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\s*\.\s*[\w\u0080-\uffff]+)*\s*\(?/g;
var TEXT4 = /(?<![\w\u0080-\uffff])(['"])[^'"\\`\n]*\1/g;
var ODD = /(?:\)|(?<![\w.\u0080-\uffff])0)\s*[(.]|(?<![\w\u0080-\uffff])(?:lambda(?![\w\u0080-\uffff])|__)/;
var NUMBER3 = /(?<![\w)\u0080-\uffff])\d+\.?\d*/g;
var TRANSFORMS = new Set(
  `C I Q bs cr cc te center standardize scale poly hashed lag Treatment Sum Poly Diff Helmert contr.treatment contr.sum contr.poly log log2 log10 log1p exp
  sqrt abs np.log np.log2 np.log10 np.log1p np.exp np.expm1 np.sqrt np.cbrt np.square np.abs np.power np.sin np.cos np.tan np.tanh np.sign np.floor np.ceil
  np.round np.maximum np.minimum np.where np.clip`.split(/\s+/)
);
var RESTORES = ["restore_design_info", "restore_model_spec"];
function formulaState(state) {
  const asked = RESTORES.map((key) => stateEntry(state, key));
  if (asked.some(({ whole }) => !whole)) return "its state, which can hold a formula, was not read as a whole";
  if (asked.every(({ found: found22 }) => found22 === void 0)) return true;
  const { found: found2 } = stateEntry(state, "formula");
  if (found2?.kind !== "text" || found2.text.length !== found2.length)
    return "the formula of its state, which is evaluated, is no literal text";
  return isPlainFormula(found2.text) || "the formula of its state is evaluated as Python code, and has more in it than names, texts and known transforms";
}
function isPlainFormula(text22) {
  if (/['"]{3}/.test(text22)) return false;
  const bare = text22.replace(TEXT4, "0").replace(NUMBER3, "0");
  if (!FORMULA.test(bare) || ODD.test(bare)) return false;
  const asked = (bare.match(NAMED) ?? []).map((name) => name.replace(/\s+/g, "")).filter((name) => /[.(]/.test(name));
  return asked.every((name) => TRANSFORMS.has(name.replace("(", "")));
}
function temporaryFile(state) {
  const name = stateEntry(state, "name");
  if (!name.whole) return "its state, which can name a file to delete, was not read as a whole";
  if (name.found !== void 0 && name.found.kind !== "none") return "its finaliser deletes the file that its state names";
  for (const key of ["prefix", "suffix", "dir"]) {
    const { found: found2 } = stateEntry(state, key);
    if (found2 === void 0 || found2.kind === "none") continue;
    if (found2.kind !== "text" || !/^[\w.-]{0,64}$/.test(found2.text) || found2.text.length !== found2.length)
      return `it writes a file whose ${key} can lead elsewhere`;
  }
  return true;
}
function isUnion([or, types]) {
  if (or?.kind !== "global" || !/^_?operator$/.test(or.module) || or.name !== "or_") return false;
  return types?.kind === "tuple" && !types.more && types.items.every(isType);
}
function isType(value) {
  if (value.kind === "global") return true;
  if (value.kind !== "result" || value.callee.kind !== "global") return false;
  return TYPE_MAKERS.has(`${value.callee.module.replace(/^_/, "")} ${value.callee.name}`) && value.hasState !== true;
}
function isUnitClass(value) {
  return value?.kind === "global" && value.module === "astropy.units.core" && /^(?:IrreducibleUnit|PrefixUnit|Unit)$/.test(value.name);
}
function attributesOnly(state) {
  if (state?.kind !== "tuple" || state.items.length !== 2) return true;
  const [attributes, slots] = state.items;
  if (slots?.kind !== "none") return "its state sets attributes one by one";
  return attributes?.kind !== "result" || "its attributes are those of an object that is no dict";
}
var TYPE_MAKERS = /* @__PURE__ */ new Set(["builtins type", "types GenericAlias", "operator getitem"]);
var ofState = (rule) => (args, via) => {
  if (via === "build") return rule(args[0]);
  return via === "newobj" && args.length === 0 || "it is only built without arguments and given a state by picklers";
};
var libraryRules = {
  formula: ofState(formulaState),
  "temporary-file": ofState(temporaryFile),
  // `A | B` of types, as Python writes it: `functools.reduce(operator.or_, (A, B))`.
  union: (args, via) => via === "reduce" && args.length === 2 && isUnion(args) || "it calls what it is given for every item",
  // `_recreate_irreducible_unit(cls, names, registered)` calls `cls(names)` (astropy/units/core.py).
  "irreducible-unit": ([cls], via) => via !== "append" && via !== "setitem" && via !== "additems" && (via === "build" || isUnitClass(cls)) || "it calls what it is given, which is no class of units",
  // `VectorDict(data, default_factory, mask, copy)`.
  "no-factory": (args, via) => via === "reduce" && args[1]?.kind === "none" && args.slice(2).every(({ kind }) => kind === "none" || kind === "bool") ? true : "it calls the factory that it is given",
  "attributes-only": ofState(attributesOnly),
  // The same for instances that can be called: as a method of something else they would work with what is in their state.
  "attributes-only-callable": ofState(attributesOnly)
};
// src/policy/globals/arguments.ts
var argumentRules = {
  ...pythonRules,
  ...attributeRules,
  ...arrayRules,
  ...stateRules,
  ...libraryRules
};
// src/policy/globals/lookup.ts
var moduleObjects = words2(MODULE_OBJECTS);
var KNOWN_LIBRARIES = words2("numpy scipy pandas sklearn torch joblib dill cloudpickle multiarray _loss");
var MAX_NAME_PARTS = 256;
var INTERNALS = {
  listed: "__\u2026__",
  does: "reaches into Python\u2019s internals (can reach any function)",
  can: "reach into Python\u2019s internals",
  whole: false
};
var stdlibIndex = once(() => words2(stdlibModules));
function lookupDangerous(module, name) {
  return cached(dangerousCache, module, name, findDangerous);
}
function findDangerous(module, name) {
  for (const spelling of spellings(clean(module), clean(name))) {
    const hit = dangerousAs(spelling.module, spelling.name);
    if (hit) return hit;
  }
  return void 0;
}
function dangerClause({ does, can, whole, listed: listed22 }, full) {
  if (!whole) return `, which ${does}`;
  return full === listed22 ? `, which can ${can}` : `: the module ${listed22} can ${can}`;
}
function lookupSafe(module, name) {
  return cached(safeCache, module, name, findSafe);
}
function findSafe(module, name) {
  for (const spelling of renames(module, name)) {
    const row = listsOf(spelling.module).find(({ list: list2 }) => words2(list2).has(spelling.name));
    if (row) return row.hit;
  }
  const isScript = (module === "__torch__" || module.startsWith("__torch__.")) && /^\w+$/.test(name) && !name.startsWith("__");
  return isScript ? { use: "class", reason: "TorchScript type: compiled by torch, no Python class" } : void 0;
}
function listsModule(module) {
  return listsOf(module).length > 0;
}
function libraryOf(module) {
  const [top = ""] = clean(module).split(".");
  if (stdlibIndex().has(top)) return "stdlib";
  return KNOWN_LIBRARIES.has(top) ? "known" : "unknown";
}
var lookup = {
  safeUse: (module, name) => lookupDangerous(module, name) ? void 0 : lookupSafe(module, name)?.use,
  isDangerous: (module, name) => lookupDangerous(module, name) !== void 0,
  libraryOf
};
function ruleFor(use) {
  return use === "call" || use === "class" || use === "reference" ? void 0 : argumentRules[use];
}
var MAX_CACHED2 = 4096;
var dangerousCache = /* @__PURE__ */ new Map();
var safeCache = /* @__PURE__ */ new Map();
function cached(cache, module, name, find3) {
  const key = `${module}
${name}`;
  const known = cache.get(key);
  if (known !== void 0 || cache.has(key)) return known;
  const answer = find3(module, name);
  if (cache.size >= MAX_CACHED2) cache.clear();
  if (key.length < 512) cache.set(key, answer);
  return answer;
}
function dangerousAs(module, full) {
  const name = ownerOfNew2(full);
  const prefix = parts2(module);
  const attributes = parts2(name);
  const whole = dangerAt([...prefix, ...attributes]);
  if (whole) return whole;
  if (attributes.length === MAX_NAME_PARTS || attributes.some(isInternal) && !lookupSafe(module, name)) return INTERNALS;
  return attributes.length === 0 ? void 0 : amongAttributes(attributes);
}
function amongAttributes(attributes) {
  for (let at = 0; at < attributes.length; at++) {
    const first2 = attributes[at] ?? "";
    for (const top of /* @__PURE__ */ new Set([first2, first2.replace(/^_+/, "")])) {
      const rest = [top, ...attributes.slice(at + 1, at + MAX_PARTS)];
      const hit = rest.length === 1 ? moduleObject(top) : dangerAt(rest);
      if (hit) return hit;
    }
  }
  return void 0;
}
function moduleObject(name) {
  if (!moduleObjects.has(name)) return void 0;
  return dangerAt([name]) ?? { listed: name, does: `gives access to the module ${name}`, can: `give access to the module ${name}`, whole: false };
}
function ownerOfNew2(name) {
  return /^\w.*\.__new__$/s.test(name) ? name.slice(0, -".__new__".length) : name;
}
function isInternal(part) {
  return part.length > 4 && part.startsWith("__") && part.endsWith("__") && part !== "__main__";
}
function parts2(dotted) {
  return dotted.split(".", MAX_NAME_PARTS).filter((part) => part !== "");
}
function clean(text22) {
  const nul = text22.indexOf("\0");
  return (nul < 0 ? text22 : text22.slice(0, nul)).trim();
}
// src/policy/globals/evaluators.ts
function isJudgedByText(module) {
  return SYMPY.test(module) || /^flair(?:\.|$)/.test(module);
}
var ATOMS = new Set("Symbol Dummy Wild Str Integer Rational Float".split(" "));
var SYMPY = /^sympy(?:\.|$)/;
var MAX_DEPTH32 = 4;
function judgeEvaluator(call) {
  const { callee, args, via } = call;
  if (callee.kind !== "global" || via === "build") return void 0;
  const [first2, ...rest] = args;
  const isIndirect = callee.module === "copyreg" || callee.module === "functools" && callee.name === "partial";
  const indirect = isIndirect && first2?.kind === "global" ? first2 : void 0;
  const { module, name: full } = indirect ?? callee;
  const name = full.replace(/\.__new__$/, "");
  if (!evaluatesTexts(module, name)) return void 0;
  if ((indirect ? rest : args).every((arg) => isExpression(arg, 0))) return void 0;
  const text22 = renderCall(callee, args, via);
  return finding(
    "pickle/dangerous-call",
    `Loading runs ${text22}, which evaluates text as Python code`,
    text22,
    "SymPy evaluates text arguments",
    `${module}.${name}`
  );
}
function evaluatesTexts(module, name) {
  return SYMPY.test(module) && !ATOMS.has(name);
}
function isExpression(value, depth) {
  switch (value.kind) {
    case "none":
    case "bool":
    case "int":
    case "float":
      return true;
    case "global":
      return SYMPY.test(value.module);
    case "result":
      return value.callee.kind === "global" && SYMPY.test(value.callee.module);
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
      return !value.more && depth < MAX_DEPTH32 && value.items.every((item) => isExpression(item, depth + 1));
    case "dict":
      return !value.more && depth < MAX_DEPTH32 && value.entries.every((entry) => entry.every((item) => isExpression(item, depth + 1)));
    default:
      return false;
  }
}
// src/python/code/danger.ts
function codeDanger(reach, carrier) {
  const whole = reach.endsWith(".*");
  const dotted = whole ? reach.slice(0, -2) : reach;
  for (const path of pathsOf(dotted)) {
    const hit = whole ? dangerIn(path.join("."), carrier) : dangerAt(path);
    if (hit && !isOrdinary(hit.group, carrier)) return { does: phrase(hit) };
  }
  return void 0;
}
function pathsOf(dotted) {
  const dot = dotted.indexOf(".");
  if (dot < 0) return [["builtins", dotted], ...spellings(dotted, "").map(({ module }) => module.split("."))];
  const parts22 = dotted.split(".");
  const found2 = [];
  for (let length = 1; length < Math.min(parts22.length, MAX_MODULE); length++) {
    for (const { module, name } of spellings(parts22.slice(0, length).join("."), parts22.slice(length).join(".")))
      found2.push([...module.split("."), ...name.split(".")]);
  }
  return found2;
}
var MAX_MODULE = 6;
function phrase({ whole, does, can }) {
  return whole ? `can ${can}` : does;
}
// src/python/code/pure-names.ts
var computes = {
  // The language and its arithmetic. Without the functions of `typing` and `functools` that evaluate annotations in
  // text.
  __future__: { names: "*" },
  abc: { names: "ABC ABCMeta abstractmethod abstractproperty" },
  collections: { names: "OrderedDict defaultdict namedtuple deque Counter" },
  "collections.abc": { names: "*" },
  contextlib: { names: "contextmanager nullcontext suppress" },
  copy: { names: "copy deepcopy" },
  dataclasses: { names: "dataclass field fields asdict astuple replace is_dataclass" },
  enum: { names: "Enum IntEnum Flag IntFlag auto unique" },
  functools: { names: "partial wraps reduce lru_cache cache cached_property total_ordering" },
  itertools: { names: "*" },
  math: { names: "*" },
  cmath: { names: "*" },
  numbers: { names: "Number Complex Real Rational Integral" },
  random: { names: "random randint randrange uniform gauss normalvariate choice choices sample shuffle seed Random getrandbits" },
  re: { names: "compile match fullmatch search sub subn split findall finditer escape IGNORECASE I VERBOSE MULTILINE DOTALL ASCII" },
  time: { names: "time perf_counter monotonic process_time" },
  typing: {
    names: "*",
    not: "get_type_hints ForwardRef evaluate_forward_ref re io sys types collections functools operator contextlib copyreg abc warnings annotationlib"
  },
  types: { names: "SimpleNamespace" },
  warnings: { names: "warn simplefilter filterwarnings catch_warnings" },
  "os.path": { names: "join basename dirname splitext split normpath" },
  sys: { names: "version_info version maxsize float_info byteorder" },
  // Arrays. Without functions that read or write files or compile, and without attributes that are modules.
  numpy: {
    names: "*",
    not: `load loads loadtxt genfromtxt fromfile fromregex fromfunction frompyfunc memmap open_memmap save savez savez_compressed savetxt DataSource ndfromtxt mafromtxt
      recfromtxt recfromcsv source info lookfor test get_include show_config show_runtime deprecate set_string_function set_printoptions seterrcall Tester bench mat matrix
      apply_along_axis apply_over_axes piecewise vectorize bmat asmatrix safe_eval byte_bounds add_docstring add_newdoc add_newdoc_ufunc getbuffer
      char core ctypeslib dtypes emath exceptions f2py fft lib linalg ma polynomial random rec strings testing typing compat distutils matlib os sys
      warnings math oldnumeric numarray matrixlib version conftest dual ctypes nested_iters`
  },
  "numpy.random": { names: "*", not: "bit_generator mtrand test info set_state" },
  "numpy.linalg": { names: "*", not: "linalg lapack_lite info test" },
  "numpy.fft": { names: "*", not: "fftpack fftpack_lite helper info pocketfft test" },
  "scipy.fft": { names: "fft ifft rfft irfft fft2 ifft2 rfft2 irfft2 fftn ifftn fftfreq rfftfreq fftshift ifftshift dct idct" },
  "scipy.interpolate": { names: "interp1d griddata make_interp_spline splev splrep CubicSpline RegularGridInterpolator" },
  "scipy.linalg": { names: "sqrtm inv pinv det norm svd qr eig eigh solve toeplitz expm block_diag" },
  "scipy.ndimage": { names: "gaussian_filter zoom rotate shift map_coordinates convolve distance_transform_edt" },
  "scipy.optimize": { names: "minimize minimize_scalar root root_scalar brentq curve_fit least_squares" },
  "scipy.signal": {
    names: `firwin firwin2 kaiser_atten kaiser_beta kaiserord convolve convolve2d fftconvolve correlate lfilter filtfilt butter freqz get_window resample
      resample_poly remez sosfilt gaussian`
  },
  "scipy.special": {
    names: "erf erfc erfinv gamma gammaln j0 j1 jv i0 i1 iv softmax logsumexp expit logit comb binom factorial sph_harm lpmv"
  },
  "scipy.stats": { names: "norm truncnorm uniform multivariate_normal" },
  // Networks.
  torch: {
    names: "*",
    not: `load save from_file compile compiled_with_cxx11_abi import_ir_module import_ir_module_from_buffer parse_ir parse_schema parse_type_comment get_file_path
      prepare_multiprocessing_environment get_device_module set_default_device set_default_tensor_type typename unify_type_list fork wait vmap
      accelerator amp ao autograd backends builtins classes compiler cpp cpu ctypes cuda distributed distributions export fft foreach func
      functional functools futures fx glob hub importlib inspect jit library linalg masked math monitor mps mtia multiprocessing nested nn ops
      optim os overrides package platform profiler quantization quasirandom random return_types serialization signal sparse special storage sys
      testing textwrap threading torch torch_version types typing typing_extensions utils version warnings windows xpu onnx contrib legacy
      tensor namedtensor string re torch_six cudart cond while_loop
      CompilationUnit ScriptModule ScriptFunction ScriptClass ScriptClassFunction ScriptMethod ScriptObject ScriptModuleSerializer LiteScriptModule
      StaticModule RecursiveScriptModule Graph Node Block Code Use Value ExecutionPlan GraphExecutorState ConcreteModuleType
      ConcreteModuleTypeBuilder PyTorchFileReader PyTorchFileWriter DeserializationStorageContext SerializationStorageContext
      BenchmarkConfig ThroughputBenchmark FileCheck`
  },
  "torch.nn": {
    names: "*",
    not: "attention backends common_types cpp functional grad init intrinsic modules parallel parameter qat quantizable quantized utils DataParallel"
  },
  "torch.nn.functional": {
    names: "*",
    not: "dataclasses grad importlib math np torch warnings sys utils init boolean_dispatch handle_torch_function"
  },
  "torch.nn.init": { names: "*", not: "math torch warnings" },
  "torch.nn.modules": { names: "" },
  "torch.nn.modules.utils": { names: "*", not: "collections torch typing repeat container_abcs" },
  "torch.nn.parameter": { names: "Parameter Buffer UninitializedParameter UninitializedBuffer" },
  "torch.nn.utils": {
    names: "spectral_norm weight_norm remove_spectral_norm remove_weight_norm clip_grad_norm_ clip_grad_value_ parameters_to_vector"
  },
  "torch.nn.utils.rnn": { names: "pad_sequence pack_padded_sequence pad_packed_sequence pack_sequence PackedSequence" },
  "torch.autograd": { names: "Function Variable grad backward no_grad enable_grad set_grad_enabled" },
  "torch.autograd.profiler": { names: "record_function" },
  "torch.amp": { names: "autocast" },
  "torch.cuda.amp": { names: "autocast custom_fwd custom_bwd" },
  "torch.cuda": { names: "is_available current_device device device_count FloatTensor HalfTensor empty_cache" },
  "torch.backends.cudnn": { names: "enabled benchmark deterministic allow_tf32 flags" },
  "torch.backends.cuda": { names: "" },
  "torch.backends.cuda.matmul": { names: "allow_tf32 allow_fp16_reduced_precision_reduction" },
  "torch.distributions": { names: "Normal Uniform Categorical Bernoulli Independent MultivariateNormal kl_divergence" },
  "torch.fft": { names: "*", not: "torch sys" },
  "torch.linalg": { names: "*", not: "torch sys common_notes" },
  "torch.special": { names: "*", not: "torch sys" },
  "torch.utils.checkpoint": { names: "checkpoint checkpoint_sequential" },
  einops: { names: "rearrange reduce repeat einsum pack unpack" },
  "einops.layers.torch": { names: "Rearrange Reduce" },
  // The libraries of the StyleGAN family. Their other functions compile, download, or look functions up by name.
  dnnlib: { names: "EasyDict" },
  "dnnlib.util": { names: "EasyDict" },
  torch_utils: { names: "" },
  "torch_utils.misc": {
    names: `assert_shape profiled_function suppress_tracer_warnings constant const_like nan_to_num symbolic_assert named_params_and_buffers
      params_and_buffers`
  },
  "torch_utils.ops": { names: "" },
  "torch_utils.ops.bias_act": { names: "bias_act activation_funcs" },
  "torch_utils.ops.conv2d_gradfix": { names: "conv2d conv_transpose2d no_weight_gradients weight_gradients_disabled enabled" },
  "torch_utils.ops.conv2d_resample": { names: "conv2d_resample" },
  "torch_utils.ops.filtered_lrelu": { names: "filtered_lrelu" },
  "torch_utils.ops.fma": { names: "fma" },
  "torch_utils.ops.grid_sample_gradfix": { names: "grid_sample enabled" },
  "torch_utils.ops.upfirdn2d": { names: "setup_filter upfirdn2d filter2d upsample2d downsample2d" },
  "torch_utils.persistence": { names: "persistent_class is_persistent" },
  "torch_utils.training_stats": { names: "report report0" }
};
var harmlessSpecials = `__init__ __new__ __call__ __len__ __getitem__ __setitem__ __iter__ __next__ __enter__ __exit__ __contains__ __repr__ __str__ __eq__ __ne__ __lt__
  __gt__ __le__ __ge__ __hash__ __bool__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __matmul__ __neg__ __int__ __float__
  __rtruediv__ __floordiv__ __mod__ __pow__ __abs__ __pos__ __invert__ __and__ __or__ __xor__ __iadd__ __isub__ __imul__ __index__ __round__ __delitem__
  __reversed__ __format__ __slots__ __post_init__
  __class__ __name__ __doc__ __all__ __version__ __author__ __constants__ __getstate__ __setstate__ __file__`;
var escapingAttributes = `_os _sys _pickle pathlib platform glob urllib http hub serialization cpp_extension custom_ops f2py ctypeslib
  fdopen unlink rmtree mkstemp mkdtemp copyfile copytree makedirs write_text write_bytes read_text read_bytes
  urlopen urlretrieve open_url create_connection __import__ CDLL WinDLL LoadLibrary load_library load_inline
  get_plugin load_url load_state_dict_from_url download_url_to_file call_func_by_name get_obj_by_name construct_class_by_name
  _src_to_module import_hook exec eval execfile open load loads dump dumps save savez savetxt tofile fromfile memmap export export_chrome_trace
  from_file from_pretrained to_csv to_pickle to_hdf read_pickle
  mro tb_frame gi_frame cr_frame ag_frame gi_code cr_code f_globals f_builtins f_locals f_back func_globals func_code im_func im_self`;
// src/policy/code/whole-source.ts
var ESCAPING = /* @__PURE__ */ new Set([...words2(escapingAttributes), ...words2(MODULE_OBJECTS), ...runningMethods()]);
var HARMLESS_SPECIALS = words2(harmlessSpecials);
var ESCAPES22 = "reaches the interpreter or other modules";
function assessUses({ imports, names: names3, bare, attributes }) {
  const dangers2 = [];
  const unknown = [];
  const judge3 = (name) => {
    const known = computesAs(name);
    if (known === "named" || known === "any" && dangerOf(name) === void 0) return;
    const does = codeDanger(name, "source")?.does ?? dangerOf(name);
    if (does !== void 0) dangers2.push({ name, does });
    else unknown.push(name);
  };
  for (const name of imports) if (!isModule(name)) judge3(name);
  for (const name of names3) judge3(name);
  for (const name of bare) if (isModule(name)) dangers2.push({ name, does: "passes on a whole module" });
  for (const attribute of attributes) {
    if (ESCAPING.has(attribute) || isSpecial(attribute) && !HARMLESS_SPECIALS.has(attribute))
      dangers2.push({ name: `.${attribute}`, does: ESCAPES22 });
  }
  return { dangers: dangers2, unknown };
}
function isModule(module) {
  return Object.hasOwn(computes, module) || Object.keys(computes).some((known) => known.startsWith(`${module}.`));
}
function computesAs(name) {
  const parts22 = name.split(".");
  for (let length = parts22.length; length > 0; length--) {
    const module = parts22.slice(0, length).join(".");
    const row = Object.hasOwn(computes, module) ? computes[module] : void 0;
    if (row === void 0) continue;
    const [first2, ...rest] = parts22.slice(length);
    if (first2 === void 0) return void 0;
    if (parts22.slice(length).some((part) => part.startsWith("_") && !HARMLESS_SPECIALS.has(part)) || rest.some((part) => ESCAPING.has(part)))
      return void 0;
    if (rest.length > 0 && !/^[A-Z]/.test(first2)) return void 0;
    const listed22 = words2(row.names);
    if (listed22.has(first2)) return "named";
    return listed22.has("*") && !words2(row.not ?? "").has(first2) ? "any" : void 0;
  }
  return void 0;
}
function dangerOf(name) {
  const dot = name.indexOf(".");
  return dot < 0 ? void 0 : lookupDangerous(name.slice(0, dot), name.slice(dot + 1))?.does;
}
function isSpecial(name) {
  return name.startsWith("__") && name.endsWith("__");
}

// src/policy/accept/exceptions.ts
var UNREAD_RULE = "scan/incomplete";
var SOON = 14;
var DAY = 24 * 60 * 60 * 1e3;
function suppress({ findings, incomplete: incomplete2 }, accepts) {
  const suppressed = [];
  const isOpen = (rule, severity, evidence, path) => {
    const by = accepts(rule, evidence, path);
    if (by !== void 0) suppressed.push({ rule, severity, evidence, path, ...by });
    return by === void 0;
  };
  const open = {
    findings: findings.filter(({ rule, severity, evidence, path }) => isOpen(rule, severity, evidence, path)),
    incomplete: incomplete2.filter((part) => isOpen(UNREAD_RULE, ruleOf(UNREAD_RULE).severity, unreadEvidence(part), part.path))
  };
  const key = ({ path, rule, evidence }) => [...path, rule, evidence].join("\0");
  return { ...open, suppressed: suppressed.sort((a, b) => key(a) < key(b) ? -1 : 1) };
}
function unreadEvidence({ why, detail }) {
  return `${why}: ${detail}`;
}
function exceptionsFor(exceptions, path) {
  return exceptions.filter((exception) => globMatches(exception.path, path));
}
function exceptionOf(exceptions, rule, sha2562, today) {
  const found2 = exceptions.find((each) => (each.rule === rule || each.rule === "*") && each.sha256 === sha2562 && each.expires >= today);
  return found2 && { by: "exception", reason: found2.reason, expires: found2.expires };
}
function exceptionNotices(exceptions, today, files) {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON * DAY).toISOString().slice(0, 10);
  const notices = [];
  for (const exception of exceptions) {
    const subject = `The exception for ${exception.path} (${exception.rule})`;
    if (exception.expires < today) {
      notices.push(`${subject} expired on ${exception.expires} and no longer applies. Its reason was: ${exception.reason}`);
      continue;
    }
    if (exception.expires <= soon) notices.push(`${subject} expires on ${exception.expires}`);
    for (const { path, sha256: sha2562, findings } of files) {
      const hasChanged = sha2562 !== void 0 && sha2562 !== exception.sha256 && globMatches(exception.path, path);
      const isOpen = hasChanged && findings.some(({ rule }) => exception.rule === "*" || rule === exception.rule);
      if (isOpen) notices.push(`${subject} does not apply to ${path}, whose content has changed: its findings are open again`);
    }
  }
  return notices;
}
// src/policy/accept/baseline.ts
var MAX_EVIDENCE = 200;
var DIGEST = /^[0-9a-f]{64}$/;
var FINGERPRINT = /^[0-9a-f]{16}$/;
var NOT_RECORDED = /* @__PURE__ */ new Set(["lfs-pointer", "timeout", "internal"]);
function fingerprint(hash, rule, path, evidence) {
  return hash(["v1", rule, path.slice(1).join("!"), evidence].join("\0")).slice(0, 16);
}
function writeBaseline(report, hash) {
  let leftOut = 0;
  const lines = report.files.flatMap((file) => {
    leftOut += file.incomplete.filter(({ why }) => NOT_RECORDED.has(why)).length;
    return [...new Set(linesOf(file, hash))].sort();
  });
  return { text: `{
"version": 1,
"entries": [
${lines.join(",\n")}
]
}
`, entries: lines.length, leftOut };
}
function linesOf(file, hash) {
  const line = (rule, path, evidence) => JSON.stringify({
    path: file.path,
    sha256: file.sha256,
    rule,
    fingerprint: fingerprint(hash, rule, path, evidence),
    evidence: evidence.slice(0, MAX_EVIDENCE)
  });
  return [
    ...file.findings.map(({ rule, path, evidence }) => line(rule, path, evidence)),
    ...file.incomplete.filter(({ why }) => !NOT_RECORDED.has(why)).map((part) => line(UNREAD_RULE, part.path, unreadEvidence(part)))
  ];
}
function parseBaseline(text4, file) {
  const fail = (message) => {
    throw new PolicyError(`${file}: ${message}; create it again with modelgate baseline`);
  };
  const root = json(text4) ?? fail("this is not JSON");
  if (!isRecord(root) || root["version"] !== 1 || !Array.isArray(root["entries"])) return fail("this is not a baseline of version 1");
  const baseline = /* @__PURE__ */ new Map();
  for (const [index2, item] of root["entries"].entries()) {
    const entry = isRecord(item) ? entryOf(item) : void 0;
    if (entry === void 0) return fail(`entry ${index2 + 1} must have path, sha256, rule and fingerprint`);
    const known = baseline.get(entry.path);
    if (known) known.push(entry);
    else baseline.set(entry.path, [entry]);
  }
  return baseline;
}
function baselineAccepts(entries, sha2562, rule, print) {
  const isRecorded = entries.some((entry) => entry.sha256 === sha2562 && entry.rule === rule && entry.fingerprint === print);
  return isRecorded ? { by: "baseline", reason: "existed when the baseline was created" } : void 0;
}
function entryOf({ path, sha256: sha2562, rule, fingerprint: print }) {
  if (typeof path !== "string" || typeof rule !== "string" || typeof sha2562 !== "string" || typeof print !== "string") return void 0;
  return DIGEST.test(sha2562) && FINGERPRINT.test(print) ? { path, sha256: sha2562, rule, fingerprint: print } : void 0;
}
function json(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/version.ts
var version = "0.1.0";
// src/node/clock.ts
function now() {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
// src/policy/file/formats.ts
function judgeFormats(policy, path, models) {
  const { approvedFormats } = policy;
  const rule = "policy/unapproved-format";
  const severity = policy.severity[rule] ?? ruleOf(rule).severity;
  if (approvedFormats === void 0 || severity === "off") return void 0;
  const wrong = models.filter((id) => !approvedFormats.includes(id)).sort();
  if (wrong.length === 0) return void 0;
  return {
    rule,
    severity,
    message: `The format of this model is ${wrong.join(", ")}; the policy approves ${approvedFormats.length === 0 ? "no format" : `only ${approvedFormats.join(", ")}`}`,
    path: [path],
    evidence: wrong.join(", "),
    count: 1
  };
}
// src/policy/file/scopes.ts
function policyFor(policy, path) {
  let own2 = policy;
  for (const scope of policy.scopes) {
    if (globMatches(scope.path, path)) own2 = withSettings(own2, scope.settings);
  }
  return own2;
}
function gateOfFile(run, own2) {
  if (own2.failOn === run.failOn && own2.failOnIncomplete === run.failOnIncomplete && own2.lfsPointers === run.lfsPointers) return void 0;
  return { failOn: own2.failOn, failOnIncomplete: own2.failOnIncomplete, lfsPointers: own2.lfsPointers };
}
// src/policy/judge/guess.ts
function asGuess(policy, judgement, guess = "constant") {
  if (judgement.kind === "fine") return judgement;
  if (guess === "place" && judgement.severity !== "critical")
    return fine(`${judgement.reason}; at a place from which no known loader reads`);
  if (judgement.severity !== "critical" && judgement.severity !== "high")
    return fine(`${judgement.reason}; in a constant that no known loader is given`);
  const severity = policy.severity["pickle/nested-payload"];
  if (severity === "off") return fine("the policy turns off pickle/nested-payload");
  const nested = finding(
    "pickle/nested-payload",
    `A constant contains data that is dangerous to load, although no known loader receives it: ${judgement.message}`,
    judgement.evidence,
    judgement.reason,
    judgement.about
  );
  return severity === void 0 || nested.kind === "fine" ? nested : { ...nested, severity };
}
// src/policy/globals/harmless.ts
var HARMLESS = /* @__PURE__ */ new Set([
  "call",
  "reference",
  "shared",
  "member",
  "flags",
  "index",
  "tensor",
  "tensor-type",
  "numpy-scalar",
  "default-factory",
  "custom-offset",
  "type-of"
]);
var ACTIVE = /^(?:sympy|flair)\b/;
function isHarmlessValue(module, name) {
  const use = lookup.safeUse(module, name);
  return use !== void 0 && (HARMLESS.has(use) || use === "class" && !ACTIVE.test(module));
}
// src/policy/globals/own-methods.ts
var OPCODE_METHODS = /* @__PURE__ */ new Set(["__setstate__", "append", "extend", "add"]);
var TEXTS = /^(?:str_?|unicode_?|UserString|add|concat|join|decode|format|getattr|chr|str\..*)$/;
function judgeOwnMethod(call) {
  if (call.via !== "build" && call.via !== "setitem") return void 0;
  for (const entries of entriesOf2(call)) {
    for (const [key, value] of entries) {
      if (isNewClass(key, value)) {
        const why2 = `its class becomes ${renderValue(value)}, so that what is known of the first does not hold`;
        const text4 = renderCall(call.callee, call.args, call.via);
        return finding("pickle/unsafe-arguments", `Loading gives an object another class: ${text4}`, text4, why2);
      }
      if (!isReadyMethod(key, value)) continue;
      const by = key.kind === "text" && key.text.startsWith("__arrow") ? "PyArrow" : OPCODE_METHODS.has(key.kind === "text" ? key.text : "") ? "a later opcode" : "the library";
      const why = `${by} calls ${renderValue(value)} as ${renderValue(key)}`;
      return finding(
        "pickle/unsafe-arguments",
        `Loading replaces a method of an object: ${why}`,
        renderCall(call.callee, call.args, call.via),
        why
      );
    }
  }
  return void 0;
}
function entriesOf2({ via, args }) {
  if (via === "setitem") return [args.flatMap((key, at) => at % 2 === 0 && args[at + 1] ? [[key, args[at + 1]]] : [])];
  return args[0] ? withInner(args[0]) : [];
}
function withInner(state) {
  if (state.kind === "dict") return [state.entries, ...state.entries.flatMap(([, value2]) => withInner(value2))];
  if (state.kind === "result") return state.args.flatMap(withInner);
  if (!("items" in state)) return [];
  const [key, value] = state.items;
  return state.items.length === 2 && key && value ? [[[key, value]], ...withInner(key), ...withInner(value)] : state.items.flatMap(withInner);
}
function isReadyMethod(key, value) {
  return mayBeMethod(key) && isHarmful(value) || key.kind === "text" && isOpcodeMethod(key.text) && canCall(value);
}
function mayBeMethod(key) {
  return key.kind === "text" ? isCalledWhileLoading(key.text) : key.kind === "result" && key.callee.kind === "global" && TEXTS.test(key.callee.name);
}
function isNewClass(key, value) {
  return key.kind === "text" && key.text === "__class__" && (value.kind === "global" || value.kind === "result" || value.kind === "unknown");
}
function isOpcodeMethod(name) {
  return name === "append" || name === "extend" || name.startsWith("__") && isCalledWhileLoading(name);
}
function canCall(value) {
  if (value.kind !== "result" || value.callee.kind === "global" && isValueClass(value.callee.module)) return false;
  return value.callables?.some(({ module, name }) => !isHarmlessValue(module, name)) ?? false;
}
function isHarmful(value) {
  if (value.kind === "global") {
    const use = lookup.safeUse(value.module, value.name);
    return use !== "reference" && use !== "call" && (use !== "class" || lookup.libraryOf(value.module) === "unknown");
  }
  if (value.kind !== "result" || value.callee.kind !== "global") return false;
  const { module, name } = value.callee;
  if (value.hasState && !isValueClass(module) && !/^torch(?:\.ao)?\.nn\.(?!modules\.module$)/.test(module) && /^(?:class|attributes-only-callable)$/.test(lookup.safeUse(module, name) ?? ""))
    return true;
  if (name === "partial") return value.args[0] === void 0 || isHarmful(value.args[0]);
  return module === "builtins" && name === "getattr" || module === "operator" && name === "methodcaller";
}
// src/policy/code/code-construction.ts
var STEPS = {
  type: "_builtin_type _load_type",
  code: "_create_code",
  function: "_make_function _make_skel_func _create_function",
  cell: "_make_empty_cell _make_cell _create_cell",
  class: "_make_skeleton_class _make_skeleton_enum _create_type",
  module: "subimport _import_module",
  setter: "_function_setstate _class_setstate _cell_set _setattr _fill_function _rehydrate_skeleton_class"
};
var BY_NAME2 = new Map(
  Object.keys(STEPS).flatMap((step2) => STEPS[step2].split(" ").map((name) => [name, step2]))
);
var LIBRARY3 = /^(?:(?:joblib\.externals|sklearn\.externals\.joblib\.externals|pyspark|ray|srsly|mlrun)\.)?cloudpickle(?:\.cloudpickle(?:_fast)?)?$|^dill(?:\._dill|\.dill)?$/;
var METACLASSES = /* @__PURE__ */ new Set(["builtins.type", "abc.ABCMeta", "enum.EnumMeta", "enum.EnumType"]);
var PARTS2 = new Set("CodeType FunctionType MethodType CellType type".split(" "));
var REASON = "rebuilds code in the file, which is judged separately";
var RUNS_SOURCE = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/;
function runsShippedSource(module, name) {
  return RUNS_SOURCE.test(`${module}.${name}`);
}
function isCodeStep(module, name) {
  const step2 = stepOf(module, name);
  if (step2 !== void 0 && step2 !== "module" || runsShippedSource(module, name)) return true;
  return module === "dill" && name === "_dill" || module === "builtins" && name === "__main__";
}
function isStateSetter(called) {
  const dot = called.lastIndexOf(".");
  return called === "builtins.setattr" || stepOf(called.slice(0, dot), called.slice(dot + 1)) === "setter";
}
function judgeCodeStep(call) {
  const { callee, args, via } = call;
  const [first2, second] = args;
  if (callee.kind === "method") return void 0;
  const method = callee.kind === "global" && via === "reduce" ? judgeForeignMethod(callee.module, callee.name, args) : void 0;
  if (method) return method;
  if (callee.kind === "unknown") return judgeBuiltCallee(call, callee);
  if (runsShippedSource(callee.module, callee.name))
    return via === "reduce" && args.length === 1 && first2?.kind === "dict" ? fine("the source that it runs is judged separately") : void 0;
  const step2 = stepOf(callee.module, callee.name);
  if (via !== "reduce") return step2 === "function" || step2 === "class" || step2 === "cell" ? fine(REASON) : void 0;
  switch (step2) {
    case "type":
      return first2?.kind === "text" && isKnownType(first2.text) ? fine(REASON) : void 0;
    case "code":
    case "cell":
      return fine(REASON);
    case "function":
      return first2 !== void 0 && builtBy(first2) === "code" ? fine(REASON) : void 0;
    case "class":
      return first2 !== void 0 && isMetaclass(first2) ? fine(REASON) : void 0;
    case "module":
      return first2?.kind === "text" && isHarmlessModule(first2.text) ? fine("a library that the code in the file uses") : void 0;
    case "setter":
      return first2 !== void 0 && isBuilt(first2) ? fine(REASON) : void 0;
    default:
      if (callee.module !== "builtins") return void 0;
      if (callee.name === "setattr" && first2 !== void 0 && isBuilt(first2)) return fine(REASON);
      return callee.name === "getattr" && isDillModule(first2) && second?.kind === "text" && second.text === "_setattr" ? fine(REASON) : void 0;
  }
}
function judgeForeignMethod(module, name, args) {
  const step2 = stepOf(module, name);
  const isSetattr = name === "_setattr" || module === "builtins" && name === "setattr";
  const [first2, second, third, fourth] = args;
  const dicts = step2 === "class" ? [fourth] : second?.kind === "tuple" ? second.items : [second];
  if (step2 !== "class" && !(step2 === "setter" || isSetattr)) return void 0;
  if (step2 !== "class" && !(first2 !== void 0 && builtBy(first2) === "class")) return void 0;
  const entries = isSetattr ? [[second, third]] : dicts.flatMap((dict) => dict?.kind === "dict" ? dict.entries : []);
  const found2 = entries.find(([key, value]) => key !== void 0 && value !== void 0 && isReadyMethod(key, value));
  const mapping = isSetattr ? void 0 : dicts.find((dict) => dict !== void 0 && canCall(dict));
  if (mapping !== void 0) {
    const why2 = `its attributes are ${renderValue(mapping)}, which no pickler writes and which contains a function from outside the file`;
    return finding("pickle/unsafe-arguments", `Loading builds a class: ${why2}`, `${module}.${name}: ${renderValue(mapping)}`, why2);
  }
  if (found2?.[0] === void 0 || found2[1] === void 0) return void 0;
  const why = `Python calls ${renderValue(found2[1])} as ${renderValue(found2[0])} of a class in the file`;
  const evidence = `${module}.${name}: ${renderValue(found2[0])} = ${renderValue(found2[1])}`;
  return finding("pickle/unsafe-arguments", `Loading sets a method of a class to a function from outside the file: ${why}`, evidence, why);
}
function judgeBuiltCallee(call, callee) {
  const { of: of4 } = callee;
  if (of4.kind !== "result") return void 0;
  const step2 = stepOfCallee(of4.callee);
  if (step2 === "type") {
    const [type] = of4.args;
    if (type?.kind !== "text" || !isKnownType(type.text)) return void 0;
    if (type.text === "FunctionType") return call.args[0] !== void 0 && builtBy(call.args[0]) === "code" ? fine(REASON) : void 0;
    if (type.text === "MethodType")
      return call.args.length === 2 && mayBeBound(call.args[0]) ? fine("binds a method to an object") : void 0;
    return type.text === "type" ? void 0 : fine(REASON);
  }
  const built = builtBy(of4);
  if (built === "class") return fine("an instance of a class in the file, whose code is judged separately");
  if (built !== "function") return void 0;
  if (call.via !== "reduce" && call.via !== "obj" && call.via !== "inst") return fine(REASON);
  const text4 = renderCall(callee, call.args, call.via);
  return finding("pickle/dangerous-call", `Loading runs code in the file: ${text4}`, text4, "loading calls code in the file");
}
function mayBeBound(value) {
  if (value?.kind !== "global") return value !== void 0 && builtBy(value) === "function";
  const use = lookup.safeUse(value.module, value.name);
  if (use !== void 0) return use === "reference" || use === "call" || use === "class";
  return lookup.libraryOf(value.module) === "unknown" && !lookup.isDangerous(value.module, value.name);
}
function isHarmlessModule(module) {
  return (lookup.libraryOf(module) === "known" || listsModule(module)) && lookupDangerous(module, "") === void 0;
}
function isKnownType(name) {
  return PARTS2.has(name) || plainType(name) !== void 0;
}
function builtBy(value) {
  if (value.kind !== "result") return void 0;
  const step2 = stepOfCallee(value.callee);
  if (step2 !== void 0 && step2 !== "type") return step2;
  const { callee } = value;
  if (callee.kind !== "unknown" || callee.of.kind !== "result" || stepOfCallee(callee.of.callee) !== "type") return void 0;
  const [type] = callee.of.args;
  if (type?.kind !== "text") return void 0;
  return type.text === "CodeType" ? "code" : type.text === "FunctionType" ? "function" : type.text === "CellType" ? "cell" : void 0;
}
function isBuilt(value) {
  const step2 = builtBy(value);
  return step2 === "function" || step2 === "class" || step2 === "cell";
}
function isMetaclass(value) {
  if (value.kind === "global") return METACLASSES.has(`${value.module}.${value.name}`);
  if (value.kind !== "result" || stepOfCallee(value.callee) !== "type") return builtBy(value) === "class";
  const [type] = value.args;
  return type?.kind === "text" && type.text === "type";
}
function isDillModule(value) {
  return value?.kind === "global" && value.module === "dill" && value.name === "_dill";
}
function stepOfCallee(callee) {
  return callee.kind === "global" ? stepOf(callee.module, callee.name) : void 0;
}
function stepOf(module, name) {
  const dot = name.lastIndexOf(".");
  const home = dot < 0 ? module : `${module}.${name.slice(0, dot)}`;
  return LIBRARY3.test(home) ? BY_NAME2.get(name.slice(dot + 1)) : void 0;
}
// src/policy/judge/import.ts
function judgeGlobal(policy, { module, name, written: written2, computed }) {
  const full = `${module}.${name}`;
  const entry = policyEntry(policy, module, name);
  if (entry === "allow") return fine(`${full} is allowed by the policy`);
  if (entry === "deny")
    return finding("pickle/dangerous-import", `Loading imports ${full}, which the policy denies`, full, "denied by the policy", full);
  if (isCodeStep(module, name)) return fine(`${full} is judged by its calls`);
  const danger = lookupDangerous(module, name) ?? (written2 && lookupDangerous(written2.module, written2.name));
  if (danger)
    return finding(
      "pickle/dangerous-import",
      `Loading imports ${full}${dangerClause(danger, full)}`,
      full,
      `listed as dangerous: ${danger.listed}`,
      full
    );
  const safe2 = lookupSafe(module, name);
  if (safe2) return fine(`${full}: ${safe2.reason}`);
  if (computed) return fine(`${full} is judged by the call that computes it and by its own calls`);
  return unlisted(policy, module, name);
}
function isHarmlessImport(policy, { module, name, written: written2 }) {
  const entry = policyEntry(policy, module, name);
  if (entry !== void 0) return entry === "allow";
  return isHarmlessValue(module, name) && !isCodeStep(module, name) && !(written2 && lookupDangerous(written2.module, written2.name));
}
var HARMFUL_AS_VALUE = /* @__PURE__ */ new Set([
  "literal-bytes",
  "ufunc",
  "get-attribute",
  "mapped",
  "no-cache",
  "time-zone-file",
  "remade-array"
]);
function judgeHandedOn(policy, module, name) {
  const full = `${module}.${name}`;
  if (runsShippedSource(module, name) && policyEntry(policy, module, name) !== "allow")
    return finding(
      "pickle/dangerous-import",
      `Loading passes on ${full}, which runs Python source`,
      full,
      "code that calls it runs any source",
      full
    );
  const use = policyEntry(policy, module, name) === void 0 ? lookup.safeUse(module, name) : void 0;
  if (use === void 0 || !HARMFUL_AS_VALUE.has(use)) return fine(`${full} is judged by its import and its calls`);
  const why = "it is harmless only in the calls that picklers write, not as a value that other code calls";
  return finding("pickle/unsafe-arguments", `Loading passes on ${full}, so other code can call it: ${why}`, full, why, full);
}
function unlisted(policy, module, name) {
  const full = `${module}.${name}`;
  if (libraryOf(module) === "unknown") {
    const own2 = policy.firstParty?.(module, name);
    if (own2) return firstParty(`imports ${full}`, full, own2, full);
    return finding(
      "pickle/unknown-class",
      `Loading imports ${full} from an unknown package`,
      full,
      "unknown package, not on any list",
      full
    );
  }
  return finding(
    "pickle/unlisted-import",
    `Loading imports ${full}, which models do not need`,
    full,
    "not among the names of this library that models use",
    full
  );
}
function firstParty(does, evidence, { file }, full) {
  return finding("pickle/first-party-class", `Loading ${does}, which ${file} defines`, evidence, `defined in ${file}`, full);
}
// src/policy/judge/archive.ts
var ZIP_RULES = {
  name: "zip/name-mismatch",
  crc: "zip/header-mismatch",
  flags: "zip/header-mismatch",
  method: "zip/header-mismatch",
  size: "zip/header-mismatch",
  duplicate: "zip/duplicate-entry",
  "case-variant": "zip/duplicate-entry",
  "hidden-entry": "zip/hidden-entry",
  prefix: "zip/irregular-structure",
  tail: "zip/irregular-structure",
  "end-record": "zip/irregular-structure",
  "nul-in-name": "zip/name-mismatch"
};
function judgeArchive(observation) {
  switch (observation.kind) {
    case "zip-mismatch": {
      const rule = ZIP_RULES[observation.difference];
      const evidence = `${observation.difference}: ${observation.entry}`;
      return finding(
        rule,
        `${ruleOf(rule).title}: ${observation.entry === "" ? "" : `${observation.entry}: `}${observation.detail}`,
        evidence,
        "readers disagree about the archive"
      );
    }
    case "unsafe-path":
      return finding(
        "archive/unsafe-path",
        observation.of === "tensor" ? `A tool that writes each tensor to a file would write outside its folder (${observation.why}): ${observation.entry}` : `Extracting this archive member would write outside the target folder (${observation.why}): ${observation.entry}`,
        `${observation.why}: ${observation.entry}`,
        observation.of === "tensor" ? "converters name files after tensors" : "a naive extractor uses the name as a path"
      );
  }
}
// src/policy/globals/collections.ts
var COLLECTIONS = namesOf3({
  builtins: "list tuple dict set frozenset",
  collections: "Counter OrderedDict UserDict UserList deque defaultdict",
  "pandas.core.indexes.frozen": "FrozenList",
  "sklearn.utils._bunch": "Bunch",
  "statsmodels.tools.tools": "Bunch"
});
var CONTAINERS = namesOf3({
  array: "array",
  builtins: "bytearray",
  collections: "ChainMap",
  "scipy.integrate._bvp": "BVPResult",
  "scipy.integrate._ivp.ivp": "OdeResult",
  "scipy._lib._util": "_RichResult",
  "scipy.optimize._optimize": "OptimizeResult",
  "scipy.optimize._zeros_py": "RootResults",
  "scipy.sparse": "dok_array dok_matrix",
  "scipy.sparse._arrays": "dok_array",
  "scipy.sparse._dok": "dok_array dok_matrix",
  "sklearn.utils.deprecation": "DeprecationDict"
});
function isCollection(module, name) {
  return isNamed(COLLECTIONS, module, name);
}
function isContainer2(module, name) {
  return isNamed(COLLECTIONS, module, name) || isNamed(CONTAINERS, module, name);
}
function isNamed(table2, module, name) {
  return table2.has(`${module} ${name}`) || renames(module, name).some((other2) => table2.has(`${other2.module} ${other2.name}`));
}
// src/policy/globals/filled.ts
function judgeFilled({ callee, args, via }) {
  if (via !== "setitem" && via !== "append" && via !== "additems" || callee.kind !== "global" || callee.computed) return void 0;
  const { module, name } = callee;
  const use = lookup.safeUse(module, name);
  const isKnown = (use === "class" || use === "call") && lookup.libraryOf(module) !== "unknown";
  if (isContainer2(module, name) || via !== "additems" && !isKnown) return void 0;
  const text4 = renderCall(callee, args, via);
  return finding(
    "pickle/unsafe-arguments",
    `Loading puts items into an object that is not a container: ${text4}`,
    text4,
    "no pickler writes this",
    `${module}.${name}`
  );
}
// src/policy/globals/given-instances.ts
var KEEPERS = namesOf3({
  argparse: "Namespace",
  builtins: "object slice",
  collections: "ChainMap",
  datetime: "date datetime time timedelta timezone tzinfo",
  itertools: "count repeat",
  pandas: "Timestamp",
  "pandas._libs.tslibs.timestamps": "Timestamp _unpickle_timestamp",
  types: "SimpleNamespace"
});
var TAKING_EXCEPTION = /^(?:BaseExceptionGroup|ExceptionGroup|SyntaxError|IndentationError|TabError)$/;
var EXCEPTION = /^(?:[A-Z]\w*)?(?:Error|Exception|ExceptionGroup|Warning|Exit|Interrupt|Iteration)$/;
var EXCEPTIONS = namesOf3({ decimal: "DecimalException", "numpy.linalg": "LinAlgError", "pandas.errors": "ParserError" });
var TAKING = /* @__PURE__ */ new Set([
  "call",
  "first-is-class",
  "index",
  "numpy-scalar",
  "masked-array",
  "shared",
  "tensor",
  "tensor-type",
  "bit-generator",
  "random-state",
  "custom-offset"
]);
var ITERATED = [
  [/^torch\.optim\b/, /* @__PURE__ */ new Set(["param_groups", "defaults", "state", "params"])],
  [/^torch\.nn\.modules\.rnn$/, /* @__PURE__ */ new Set(["all_weights", "_all_weights", "_flat_weights", "_flat_weights_names"])],
  [/^(?:sklearn|imblearn|lightgbm|xgboost)\b/, /* @__PURE__ */ new Set(["_sklearn_version", "X_thresholds_", "y_thresholds_", "nodes"])],
  [/^pandas\b/, /* @__PURE__ */ new Set(["attrs", "_flags", "_metadata", "_typ", "_mgr", "_data", "_pa_array", "_categories", "_ordered", "_codes"])],
  [/^statsmodels\.base\.data$/, /* @__PURE__ */ new Set(["frame", "orig_endog", "orig_exog", "formula"])],
  [/^omegaconf\b/, /* @__PURE__ */ new Set(["_metadata"])],
  [/^networkx\b/, /* @__PURE__ */ new Set(["_adjdict"])]
];
function judgeGivenInstance(call) {
  const { callee, args, via } = call;
  if (callee.kind !== "global") return void 0;
  const { module, name } = callee;
  const given = via === "build" ? givenByState(module, name, args[0]) : givenByCall(module, name, call);
  const culprit = given.find(isInstance);
  if (culprit === void 0) return void 0;
  const text4 = renderCall(callee, args, via);
  const why = `it uses ${renderValue(culprit)}, whose methods read attributes set by the file`;
  return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${why}`, text4, why, `${module}.${name}`);
}
function givenByCall(module, name, { args, via }) {
  if (via !== "reduce" && via !== "inst" && via !== "obj" || module === "copyreg") return [];
  if (isKeeper(module, name)) return [];
  const use = lookup.safeUse(module, name);
  if (use === void 0 || !TAKING.has(use)) return [];
  return use === "index" ? args.flatMap((arg) => arg.kind === "dict" ? arg.entries.map(([, value]) => value) : [arg]) : args;
}
function isKeeper(module, name) {
  const key = `${module} ${name}`;
  return KEEPERS.has(key) || EXCEPTIONS.has(key) || module === "builtins" && EXCEPTION.test(name) && !TAKING_EXCEPTION.test(name);
}
function isFill(via) {
  return via === "append" || via === "setitem" || via === "additems";
}
function isIterated(module) {
  return ITERATED.some(([home]) => home.test(module));
}
function underIterated(module, state) {
  const keys = ITERATED.find(([home]) => home.test(module))?.[1];
  return keys && state.kind === "dict" ? underKeys(state, keys) : [];
}
function givenByState(module, name, state) {
  const use = lookup.safeUse(module, name);
  if (state === void 0 || use !== "class" && use !== "call" || lookup.libraryOf(module) === "unknown") return [];
  if (state.kind === "tuple")
    return state.items.flatMap((item, at) => at === 1 && item.kind === "dict" ? item.entries.map(([, value]) => value) : [item]);
  return underIterated(module, state);
}
function underKeys(state, keys) {
  if (state.kind === "list") return state.items.flatMap((item) => underKeys(item, keys));
  if (state.kind !== "dict") return [];
  return state.entries.flatMap(([key, value]) => key.kind === "text" && keys.has(key.text) ? [value, ...underKeys(value, keys)] : []);
}
function isInstance(value) {
  if (value.kind !== "result" || !isStated(value, 0)) return false;
  const { callee } = value;
  return callee.kind !== "global" || !isValueClass(callee.module);
}
// src/policy/globals/remote-code.ts
var MAX_DEPTH6 = 3;
function judgeRemoteCode({ callee, args, via }) {
  if (via !== "build" || callee.kind !== "global" || !/^flair\.embeddings\b/.test(callee.module)) return void 0;
  const [state] = args;
  if (state?.kind !== "dict" || !trustsIn(state, MAX_DEPTH6)) return void 0;
  const model = state.entries.find(([key]) => key.kind === "text" && /^(?:base_)?model(?:_name)?$/.test(key.text))?.[1];
  const text4 = `${callee.module}.${callee.name}(\u2026).__setstate__({'model': ${model ? renderValue(model) : "\u2026"}, 'trust_remote_code': \u2026})`;
  const why = "its state makes transformers run the code of a model";
  return finding("pickle/dangerous-call", `Loading runs ${text4}: ${why}`, text4, why, `${callee.module}.${callee.name}`);
}
function trustsIn(value, depth) {
  if (value.kind !== "dict" || depth === 0) return false;
  return value.entries.some(
    ([key, of4]) => key.kind === "text" && key.text === "trust_remote_code" ? !isFalse(of4) : trustsIn(of4, depth - 1)
  );
}
function isFalse(value) {
  return value.kind === "none" || value.kind === "bool" && !value.value;
}
// src/policy/globals/untrusted-callables.ts
var HANDING_ON = namesOf3({ collections: "ChainMap UserDict UserList" });
var ASKING = /^(?:datetime|pandas|pandas\._libs\.tslibs\.timestamps) /;
var NO_CALLS = /^(?:pandas\.(?:.*Dtype|DateOffset)|pandas\._libs\.tslibs\..*|(?:ipaddress|fractions|decimal|uuid|pathlib|statistics|datetime|zoneinfo)\..*|dateutil\..*|numpy\.random\..*|joblib\.numpy_pickle(?:_compat)?\..*|torch\.distributed\..*|(?:xgboost|lightgbm)\.(?:.*\.)?Booster|catboost\..*)$/;
var BRIDGES = /^(?:collections (?:ChainMap|UserDict|UserList|UserString)|torch\.utils\.data\.(?:dataset|sampler) .*)$/;
var HOLDERS = /^(?:torch\.utils\.data|types|argparse|collections|fastai|fastcore|skorch|lightning|logging)(?:\.|$)/;
var MODULE_TABLES = /* @__PURE__ */ new Set(["_parameters", "_buffers", "_modules"]);
var CALLABLES2 = namesOf3({ functools: "partial", operator: "attrgetter itemgetter methodcaller", builtins: "getattr" });
var MAX_DEPTH25 = 3;
function judgeUntrustedCallables(call) {
  const { callee, args, via } = call;
  if (callee.kind !== "global") return void 0;
  const { module, name } = callee;
  const given = via === "build" ? ofState2(module, name, args[0]) : isFill(via) ? ofItems(module, name, call) : ofArguments(module, name, call);
  const culprit = given.find((value) => harmIn(value) !== void 0);
  const harm = culprit && harmIn(culprit);
  if (culprit === void 0 || harm === void 0) return void 0;
  const text4 = renderCall(callee, args, via);
  const called = harm.module === "" ? "functions of the file" : `${harm.module}.${harm.name}`;
  const why = `it uses ${renderValue(culprit)}, which can call ${called}`;
  return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${why}`, text4, why, `${module}.${name}`);
}
function harmIn(value) {
  if (value.kind === "global") return isHarmlessValue(value.module, value.name) ? void 0 : value;
  return "callables" in value ? value.callables?.find((held) => !isHarmlessValue(held.module, held.name)) : void 0;
}
function ofArguments(module, name, { args, via }) {
  const use = lookup.safeUse(module, name);
  if (use === void 0 || use === "partial" || isKeeper(module, name) && !ASKING.test(`${module} `)) return [];
  if (use === "get-attribute") return args.slice(0, 1).filter(({ kind }) => kind === "result");
  if (module === "copyreg") {
    const [cls] = args;
    return cls?.kind === "global" && lookup.libraryOf(cls.module) !== "unknown" ? instancesIn(args.slice(1), MAX_DEPTH25) : [];
  }
  const looked = use === "default-factory" && via !== "newobj" ? args.slice(1) : args;
  return instancesIn(looked, isCollection(module, name) ? 1 : MAX_DEPTH25);
}
function ofState2(module, name, state) {
  const use = lookup.safeUse(module, name);
  if (state === void 0 || use === void 0 || use === "partial") return [];
  if ("items" in state) return inTuple(state.items);
  if (state.kind !== "dict") return [state].filter(isKept2);
  const values = state.entries.map(([, value]) => value);
  if (NO_CALLS.test(`${module}.${name}`)) return [...values, ...instancesIn(values, MAX_DEPTH25)];
  const tables2 = under(state, MODULE_TABLES).filter((value) => isInstance2(value) && !isMapping(value));
  const bridges = HOLDERS.test(module) ? [] : instancesIn(values, MAX_DEPTH25).filter((value) => value.kind === "result" && isBridge(value));
  return [
    ...instancesIn(underIterated(module, state), MAX_DEPTH25).filter((value) => value.kind !== "result" || isKept2(value)),
    ...tables2,
    ...bridges
  ];
}
function inTuple(items2) {
  return items2.flatMap(
    (item, at) => item.kind !== "dict" ? [item] : at === 1 ? item.entries.map(([, value]) => value) : instancesIn([item], MAX_DEPTH25)
  ).filter((value) => isKept2(value) && !isMapping(value));
}
function under(state, keys) {
  return state.entries.flatMap(([key, value]) => key.kind === "text" && keys.has(key.text) ? [value] : []);
}
function ofItems(module, name, { args, via }) {
  if (via !== "setitem" || !HANDING_ON.has(`${module} ${name}`)) return [];
  return args.filter((value, at) => at % 2 === 0 && (value.kind === "global" || isInstance2(value)));
}
function instancesIn(values, depth) {
  return values.flatMap((value) => {
    if (isInstance2(value)) return [value];
    if (depth <= 1 || !("more" in value)) return [];
    const inside = instancesIn(value.kind === "dict" ? value.entries.flat() : value.items, depth - 1);
    return inside.length === 0 && value.callables !== void 0 ? [value] : inside;
  });
}
function isInstance2(value) {
  return value.kind === "result" && value.callables !== void 0 && !(value.callee.kind === "global" && isValueClass(value.callee.module));
}
function isMapping(value) {
  return value.kind === "result" && value.hasState === void 0 && isGlobal(value.callee, "collections", "OrderedDict");
}
function isKept2(value) {
  if (!isInstance2(value)) return false;
  const { callee } = value;
  return callee.kind !== "global" || !CALLABLES2.has(`${callee.module} ${callee.name}`);
}
function isBridge({ callee }) {
  return callee.kind === "global" && BRIDGES.test(`${callee.module} ${callee.name}`);
}
// src/policy/globals/unknown-class.ts
function isUnknown(policy, module, name) {
  return libraryOf(module) === "unknown" && lookupSafe(module, name) === void 0 && lookupDangerous(module, name) === void 0 && policyEntry(policy, module, name) !== "allow" && policy.firstParty?.(module, name) === void 0;
}
function isFunctionName(name) {
  return !new RegExp("(?:^|\\.)_*\\p{Lu}[^.]*$", "u").test(name);
}
function unknownClassOf(policy, value) {
  if (value?.kind !== "result" || value.callee.kind !== "global") return void 0;
  const { callee, args } = value;
  const cls = callee.module === "copyreg" ? args[0] : callee;
  if (cls === void 0 || !("module" in cls) || !("name" in cls)) return void 0;
  return isUnknown(policy, cls.module, cls.name) ? cls : void 0;
}
function isHarmfulName(policy, { module, name }) {
  if (isHarmlessValue(module, name) || isOfHarmless(module, name) || policyEntry(policy, module, name) === "allow") return false;
  const own2 = libraryOf(module) === "unknown" ? policy.firstParty?.(module, name) : void 0;
  return own2 === void 0 || own2.kind === "function";
}
function isOfHarmless(module, name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && isHarmlessValue(module, name.slice(0, dot)) && lookupDangerous(module, name) === void 0;
}
function beyondConstructor(policy, args) {
  if (args.every((arg) => isNumeric(policy, arg))) return void 0;
  return "it receives more than numbers, and what it does with that is not known";
}
function beyondState(policy, state, callables) {
  const held = heldBy(policy, callables);
  if (held !== void 0) return held;
  return state?.kind === "unknown" || state?.kind === "module" ? "its state is none that can be read" : void 0;
}
function beyondAttributes(policy, state) {
  if (state === void 0 || state.kind === "dict" || isNumeric(policy, state)) return void 0;
  const isPair = state.kind === "tuple" && !state.more && state.items.length === 2;
  if (isPair && state.items.every(({ kind }) => kind === "dict" || kind === "none")) return void 0;
  return "its state is no dict of attributes, so that it goes to code of the class";
}
function heldBy(policy, callables) {
  const harm = callables?.find((name2) => isHarmfulName(policy, name2));
  if (harm === void 0) return void 0;
  const name = harm.module === "" ? "functions of the file" : `${harm.module}.${harm.name}`;
  return `an object that it receives can call ${name}`;
}
var NUMBER_TYPE = /^[<>=|]?[biufc]\d+$/;
function isNumeric(policy, value) {
  switch (value.kind) {
    case "none":
    case "bool":
    case "int":
    case "float":
      return true;
    case "global":
      return !isHarmfulName(policy, value);
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
      return !value.more && value.items.every((item) => isNumeric(policy, item));
    case "result":
      return heldBy(policy, value.callables) === void 0 && isArray(value);
    default:
      return false;
  }
}
function isArray({ callee, args }) {
  if (callee.kind !== "global") return false;
  const { module, name } = callee;
  const [first2] = args;
  if (/^torch\._utils$/.test(module)) return /^_rebuild_(?:tensor|parameter)/.test(name) && lookupSafe(module, name) !== void 0;
  if (!/^numpy\._?core\.(?:multiarray|numeric)$/.test(module)) return false;
  if (name === "_reconstruct") return first2?.kind === "global" && first2.module === "numpy" && first2.name === "ndarray";
  if (name === "_frombuffer") return true;
  const [type] = first2?.kind === "result" ? first2.args : [];
  return name === "scalar" && type?.kind === "text" && NUMBER_TYPE.test(type.text);
}
// src/policy/judge/unknown.ts
function judgeUnknownClass(policy, call) {
  const { callee, via, args } = call;
  if (callee.kind !== "global" || !isUnknown(policy, callee.module, callee.name)) return void 0;
  const why = via === "newobj" ? beyondConstructor(policy, args) : objection(policy, call, callee.name);
  return why === void 0 ? void 0 : unlistedCall(call, callee, why);
}
function objection(policy, { callee, via, args, callables }, name) {
  const isArray2 = callee.kind === "global" && callee.name === "_reconstruct";
  if (via === "build") return beyondState(policy, args[0], callables) ?? (isArray2 ? void 0 : beyondAttributes(policy, args[0]));
  if (isFill(via)) return "it receives items, and what it does with them is not known";
  if (via === "reduce" && args.every(({ kind }) => kind === "none"))
    return "its constructor takes no argument, and can follow settings, the current folder and the module path";
  return isFunctionName(name) ? "its name is that of a function, which needs no arguments to do harm" : void 0;
}
function judgeThroughOther(policy, call, use) {
  const { args, via, of: of4, callables } = call;
  if (of4 !== void 0) {
    if (!isUnknown(policy, of4.module, of4.name)) return void 0;
    const why = objection(policy, call, of4.name);
    return why === void 0 ? void 0 : unlistedCall(call, of4, why);
  }
  if (use === "partial") return judgePartial(policy, call);
  if (via !== "reduce") return void 0;
  switch (use) {
    case "get-attribute": {
      const cls = unknownClassOf(policy, args[0]);
      return cls && unlistedCall(call, cls, `getting an attribute of an instance of ${cls.module}.${cls.name} runs code of the class`);
    }
    case "first-is-class":
    case "reconstructor": {
      const made = madeBy(call);
      const cls = made?.classes.find(({ module, name }) => isUnknown(policy, module, name));
      const why = made && cls && (beyondBase(policy, call) ?? beyondConstructor(policy, made.args));
      return why === void 0 || cls === void 0 ? void 0 : unlistedCall(call, cls, why);
    }
    case "tensor-type": {
      const [, cls, , state] = args;
      if (cls?.kind !== "global" || !isUnknown(policy, cls.module, cls.name)) return void 0;
      const others = callables?.filter((each) => each.module !== cls.module || each.name !== cls.name);
      const why = beyondState(policy, state, others) ?? beyondAttributes(policy, state);
      return why === void 0 ? void 0 : unlistedCall(call, cls, why);
    }
    default:
      return void 0;
  }
}
function beyondBase(policy, { callee, args }) {
  const [, base] = args;
  const isBase = callee.kind === "global" && callee.name === "_reconstructor" && base?.kind === "global";
  return isBase && isUnknown(policy, base.module, base.name) ? "it calls the constructor of an unknown class" : void 0;
}
function judgePartial(policy, call) {
  const [fn, ...rest] = call.via === "build" ? partsOf2(call.args[0]) : call.args;
  if (fn?.kind !== "global" || !isUnknown(policy, fn.module, fn.name)) return void 0;
  if (!isFunctionName(fn.name.replace(/\.__new__$/, ""))) return void 0;
  if (beyondConstructor(policy, rest) === void 0) return void 0;
  return unlistedCall(call, fn, `the name of ${renderValue(fn)} is that of a function, and what it does with these arguments is not known`);
}
function partsOf2(state) {
  if (state?.kind !== "tuple") return [];
  const [fn, args, named] = state.items;
  const given = args?.kind === "tuple" && !args.more ? args.items : args ? [args] : [];
  const values = named?.kind === "dict" && !named.more ? named.entries.map(([, value]) => value) : named ? [named] : [];
  return fn ? [fn, ...given, ...values] : [];
}
function judgeLaterCallables(policy, later) {
  const { module, name } = later;
  const full = `${module}.${name}`;
  const harm = isUnknown(policy, module, name) ? later.callables.find((each) => isHarmfulName(policy, each)) : void 0;
  if (harm === void 0) return fine(`${full}: what it receives later does no harm`);
  const why = `what it received can call ${label3(harm)} later`;
  return finding("pickle/unlisted-call", `Loading gives ${full} more than data: ${why}`, `${full} \u2192 ${label3(harm)}`, why);
}
function madeBy({ callee, args }) {
  const [cls, second, third] = args;
  if (callee.kind !== "global" || callee.module !== "copyreg" || cls?.kind !== "global") return void 0;
  switch (callee.name) {
    case "__newobj__":
      return { classes: [cls], args: args.slice(1) };
    case "__newobj_ex__": {
      const given = second?.kind === "tuple" && !second.more ? second.items : second ? [second] : [];
      const isEmpty = third === void 0 || third.kind === "dict" && third.entries.length === 0 && !third.more;
      return { classes: [cls], args: isEmpty ? given : [...given, third] };
    }
    case "_reconstructor": {
      const isPlain2 = second?.kind === "global" && second.module === "builtins" && second.name === "object";
      return { classes: second?.kind === "global" ? [cls, second] : [cls], args: isPlain2 || third === void 0 ? [] : [third] };
    }
    default:
      return void 0;
  }
}
function unlistedCall(call, { module, name }, why) {
  const text4 = renderCall(call.callee, call.args, call.via);
  return finding(
    "pickle/unlisted-call",
    `Loading runs ${text4} from an unknown package: ${why}`,
    text4,
    why,
    call.callee.kind === "global" ? `${call.callee.module}.${call.callee.name}` : `${module}.${name}`
  );
}
function label3({ module, name }) {
  return module === "" ? "functions of the file" : `${module}.${name}`;
}
// src/policy/judge/weights-only.ts
var ALLOWED = {
  _codecs: "encode",
  builtins: "bytearray complex set",
  collections: "Counter OrderedDict",
  torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage ComplexFloatStorage
    DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor QInt32Storage QInt8Storage
    QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor Size Tensor bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool
    complex128 complex32 complex64 device float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
    float8_e8m0fnu int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 per_channel_affine per_channel_affine_float_qparams per_channel_symmetric
    per_tensor_affine per_tensor_symmetric qint32 qint8 quint2x4 quint4x2 quint8 uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`,
  "torch._tensor": "_rebuild_from_type_v2",
  "torch._utils": `_rebuild_device_tensor_from_cpu_tensor _rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_parameter
    _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3
    _rebuild_wrapper_subclass`,
  "torch.cuda": `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
    ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor
    ShortStorage ShortTensor`,
  "torch.cuda.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
  "torch.nn.parameter": "Parameter",
  "torch.serialization": "_get_layout",
  "torch.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
  "torch.storage": "TypedStorage UntypedStorage"
};
var allowed = new Set(
  Object.entries(ALLOWED).flatMap(([module, names3]) => names3.split(/\s+/).map((name) => `${module}.${name}`))
);
var MAX_REFUSED2 = 50;
function acceptsGlobal(module, name) {
  return allowed.has(`${module}.${name}`);
}
var WeightsOnly = class {
  refused = /* @__PURE__ */ new Set();
  /** Takes an observation of the pickle that `torch.load` reads. */
  observe(observation) {
    switch (observation.kind) {
      case "global":
        if (!acceptsGlobal(observation.module, observation.name)) this.refuse(`${observation.module}.${observation.name}`);
        break;
      case "dynamic-global":
      case "extension-code":
        this.refuse("a computed name");
        break;
      case "call":
        if (assignsItems(observation) && !isDict(observation.callee))
          this.refuse(renderCall(observation.callee, observation.args, observation.via));
        break;
      default:
    }
  }
  verdict() {
    return { weightsOnly: this.refused.size === 0, refused: [...this.refused].sort().slice(0, MAX_REFUSED2) };
  }
  refuse(what) {
    if (this.refused.size < MAX_REFUSED2 * 4) this.refused.add(what);
  }
};
function judgeTensorWrite(call) {
  if (!assignsItems(call) || call.callee.kind !== "global") return void 0;
  const { module, name } = call.callee;
  const isTensor = (module === "torch._utils" || module === "torch._tensor") && name.startsWith("_rebuild_");
  if (!isTensor && !(module === "torch" && (name === "Tensor" || name.endsWith("Storage")))) return void 0;
  const text4 = renderCall(call.callee, call.args, call.via);
  const why = "picklers never write into a tensor; PyTorch before 2.10 corrupts memory here (CVE-2026-24747)";
  return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${why}`, text4, why, `${module}.${name}`);
}
function assignsItems({ via }) {
  return via === "setitem" || via === "append" || via === "additems";
}
function isDict(callee) {
  return callee.kind === "global" && callee.module === "collections" && (callee.name === "OrderedDict" || callee.name === "Counter");
}
// src/policy/judge/call.ts
var DENIED = { does: "the policy denies", can: "", listed: "denied by the policy", whole: false };
var NUMBERS2 = /* @__PURE__ */ new Set(["int", "float", "bool", "none"]);
var ENTRY_POINT = /(?:^|\.)(?:_*main|\w+_main|main_\w+|cli|run(?:_\w+)?|start(?:_\w+)?|execute(?:_\w+)?|launch(?:_\w+)?|serve|embed|interact|shell|console|set_trace|breakpoint|install(?:_\w+)?|bootstrap|autoreload|reload|exec(?:_\w+)?)$/;
var DATA4 = /* @__PURE__ */ new Set(["text", "bytes", "int", "float", "bool", "none"]);
function judgeCall(policy, call) {
  const { callee, args, via } = call;
  if (callee.kind !== "global") return judgeCodeStep(call) ?? judgeComputedCall(call, callee);
  const { module, name } = callee;
  const full = `${module}.${name}`;
  const entry = policyEntry(policy, module, name);
  if (entry === "allow") return fine(`${full} is allowed by the policy`, "values");
  const special = entry === "deny" ? void 0 : judgeCodeStep(call) ?? judgeTensorWrite(call) ?? judgeEvaluator(call) ?? judgeRemoteCode(call) ?? judgeOwnMethod(call) ?? judgeTakenApart(call) ?? judgeGivenInstance(call) ?? judgeUntrustedCallables(call) ?? judgeFilled(call);
  if (special) return special;
  const danger = entry === "deny" ? DENIED : lookupDangerous(module, name);
  if (danger) {
    const text4 = renderCall(callee, args, via);
    return finding(
      "pickle/dangerous-call",
      `Loading runs ${text4}${dangerClause(danger, full)}`,
      text4,
      `listed as dangerous: ${danger.listed}`,
      full
    );
  }
  const safe2 = lookupSafe(module, name);
  if (!safe2) return judgeUnknownClass(policy, call) ?? unlistedCall2(policy, call, module, name);
  const through = judgeThroughOther(policy, call, safe2.use);
  if (through) return through;
  const builds = via === "newobj" || via === "build" || via === "append" || via === "setitem" || via === "additems" || args.length === 0;
  const calls = via === "reduce" || via === "inst" || via === "obj";
  switch (safe2.use) {
    case "call":
      return fine(`${full}: ${safe2.reason}`, silenceAfter(call, module));
    case "class":
      if (builds) return fine(`${full}: ${safe2.reason}`, (args.length === 0 || !calls) && silenceAfter(call, module));
      return unlistedCall2(policy, call, module, name);
    case "reference":
      return unlistedCall2(policy, call, module, name);
    default: {
      const verdict = ruleFor(safe2.use)?.(args, via, lookup) ?? true;
      if (verdict === true) return fine(`${full}: ${safe2.reason}`, ignoresLiterals(safe2.use, call, module, name) && "literals");
      const text4 = renderCall(callee, args, via);
      return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${verdict}`, text4, verdict, full);
    }
  }
}
function silenceAfter({ via, args }, module) {
  if (isJudgedByText(module)) return false;
  const isAttributes = via === "build" && args[0]?.kind === "dict" && module !== "builtins" && !isIterated(module);
  return isAttributes || isFill(via) ? "values" : "literals";
}
function ignoresLiterals(use, { via }, module, name) {
  return use === "tensor" && via === "reduce" && !setsState(module, name);
}
function unlistedCall2(policy, call, module, name) {
  const { via, args } = call;
  const full = `${module}.${name}`;
  const buildsOnly = via === "newobj" || via === "build" || via === "append" || via === "setitem" || via === "additems" || args.length === 0 && via !== "reduce";
  const calls = via === "inst" || via === "obj" || via === "reduce";
  const isUnknown2 = libraryOf(module) === "unknown";
  const own2 = isUnknown2 ? policy.firstParty?.(module, name) : void 0;
  if (buildsOnly && own2?.kind !== "function" && !(isUnknown2 && !own2 && calls && ENTRY_POINT.test(name)))
    return unlisted(policy, module, name);
  const text4 = renderCall(call.callee, args, via);
  const isNumeric2 = args.every((arg) => NUMBERS2.has(arg.kind));
  if (own2 && (isNumeric2 ? own2.kind !== "function" : own2.kind === "enum" && args.every((arg) => DATA4.has(arg.kind)))) {
    return firstParty(`runs ${text4}`, text4, own2, full);
  }
  if (isUnknown2 && isNumeric2 && !ENTRY_POINT.test(name)) {
    return finding(
      "pickle/unknown-class",
      `Loading runs ${text4} from an unknown package`,
      text4,
      "unknown package, called with numbers only",
      full
    );
  }
  return finding(
    "pickle/unlisted-call",
    `Loading runs ${text4}, which is not known to be safe`,
    text4,
    "not on a list of functions that only build data",
    full
  );
}
function judgeComputedCall(call, callee) {
  const text4 = renderCall(callee, call.args, call.via);
  if (callee.kind === "method" && DATA4.has(callee.of.kind) && /^[a-z]+$/.test(callee.name) && !/^format/.test(callee.name)) {
    return fine(`${text4}: a method of a literal`);
  }
  return finding(
    "pickle/dynamic-call",
    `Loading calls a computed value: ${text4}`,
    text4,
    "the callee cannot be known without running the pickle"
  );
}
// src/policy/judge/code.ts
var TITLE = {
  "python-bytecode": "Python bytecode",
  "python-source": "Python source",
  torchscript: "TorchScript",
  native: "native code",
  lua: "Lua code",
  java: "Java code",
  r: "R code",
  javascript: "JavaScript",
  shell: "a shell script"
};
var WHEN = {
  load: "when the model is loaded",
  use: "when the model is used",
  import: "when it is imported or run"
};
var MAX_NAMES_SHOWN = 8;
function judgeCode(_policy, observation) {
  const { language, carrier, runs, reaches, uses } = observation;
  const what = `${carrier}: ${TITLE[language]} that runs ${WHEN[runs]}`;
  const dangers2 = dangersIn(observation);
  const reason = dangers2.length > 0 ? "it uses dangerous functions" : "code in a model can do anything";
  const suffix = dangers2.length > 0 ? ` and ${joined(dangers2.map(({ does }) => does))}: ${listed2(dangers2.map(({ name }) => name))}` : "";
  const evidence = dangers2.length > 0 ? `${carrier} \u2192 ${listed2(dangers2.map(({ name }) => name))}` : TITLE[language];
  switch (language) {
    case "python-bytecode":
      return finding(dangers2.length > 0 ? "code/dangerous" : "code/bytecode", `${what}${suffix}`, evidence, reason);
    case "native":
      if (runs === "use") return finding("graph/compiled-kernel", `${what}; it cannot be reviewed`, carrier, reason);
      return finding("code/native", `${what}; it cannot be reviewed`, carrier, reason);
    case "torchscript":
      if (reaches.length === 0) return fine("TorchScript that only computes");
      return finding(
        "code/torchscript-io",
        `${what} and does more than compute: ${listed2(reaches)}`,
        `${carrier} \u2192 ${listed2(reaches)}`,
        "operators that only compute do not use files, other libraries or bound classes"
      );
    case "python-source":
      if (uses !== void 0) return judgeWhole(what, carrier, uses);
      if (dangers2.length > 0 && runs !== "use") return finding("code/dangerous", `${what}${suffix}`, evidence, reason);
      if (dangers2.length > 0 || runs === "load") return finding("code/python-source-runs", `${what}${suffix}`, evidence, reason);
      return runs === "use" ? fine("judged with the file as a whole") : finding("code/python-source", what, carrier, reason);
    case "shell":
      return finding("code/python-source", what, carrier, reason);
    case "java":
      return reaches.length > 0 ? finding("code/other-runtime", `${what} and uses ${listed2(reaches)}`, `${carrier} \u2192 ${listed2(reaches)}`, reason) : finding("code/other-runtime-class", what, carrier, reason);
    case "r":
      return runs === "use" && reaches.length === 0 ? finding("code/r-functions", what, carrier, reason) : otherRuntime(what, carrier, reaches, reason);
    case "lua":
    case "javascript":
      return otherRuntime(what, carrier, reaches, reason);
    default:
      return language;
  }
}
function judgeWhole(what, carrier, uses) {
  const { dangers: dangers2, unknown } = assessUses(uses);
  const names3 = listed2(dangers2.map(({ name }) => name));
  const parts3 = [
    ...dangers2.length > 0 ? [`${joined(dangers2.map(({ does }) => does))}: ${names3}`] : [],
    ...unknown.length > 0 ? [`uses names that are not known to only compute: ${listed2(unknown)}`] : [],
    ...uses.unclear.length > 0 ? [`does things that its text does not show: ${listed2(uses.unclear)}`] : []
  ];
  const classes = uses.classes.length > 0 ? `defines ${listed2(uses.classes)}` : "defines no class";
  if (parts3.length > 0) {
    const evidence = dangers2.length > 0 ? names3 : unknown.length > 0 ? listed2(unknown) : "unclear source";
    return finding(
      "code/dangerous",
      `${what} and ${parts3.join("; and ")}`,
      `${carrier} \u2192 ${evidence}`,
      "source that is hidden in a model is not reviewed"
    );
  }
  const from = [...new Set(uses.imports.map((name) => name.split(".")[0] ?? ""))];
  const only = from.length > 0 ? `it uses only functions of ${listed2(from)} that compute` : "it uses no other library";
  return finding("code/python-source-runs", `${what}; it ${classes}, and ${only}`, carrier, "code in a model can do anything");
}
function otherRuntime(what, carrier, reaches, reason) {
  if (reaches.length === 0) return finding("code/other-runtime", what, carrier, reason);
  return finding("code/other-runtime", `${what} and uses ${listed2(reaches)}`, `${carrier} \u2192 ${listed2(reaches)}`, reason);
}
function dangersIn({ language, reaches }) {
  return reaches.flatMap((name) => {
    const hit = codeDanger(name, language === "python-bytecode" ? "bytecode" : "source");
    return hit === void 0 ? [] : [{ name, does: hit.does }];
  });
}
function joined(phrases) {
  return [...new Set(phrases)].join(", ");
}
function listed2(names3) {
  return names3.length > MAX_NAMES_SHOWN ? `${names3.slice(0, MAX_NAMES_SHOWN).join(", ")}, \u2026` : names3.join(", ");
}
// src/policy/judge/files.ts
function judgeFiles(observation) {
  return observation.kind === "external-file" ? fine(`${observation.role} in ${observation.path}, beside the model`) : judgeStructure(observation);
}
var RULES = {
  "bad-header": "files/bad-header",
  "duplicate-key": "files/duplicate-key",
  overlap: "files/overlap",
  gap: "files/gap",
  "trailing-bytes": "files/trailing-bytes",
  "out-of-bounds": "files/out-of-bounds",
  "shape-bomb": "files/shape-bomb",
  "extension-mismatch": "files/extension-mismatch",
  doctype: "files/doctype"
};
function judgeStructure({ format, problem, detail }) {
  const rule = RULES[problem];
  return finding(rule, `${ruleOf(rule).title} (${format}): ${detail}`, detail, `no ${format} library writes this`);
}
// src/policy/judge/structure.ts
var ODDITY_RULES = {
  "nul-in-name": "pickle/odd-name",
  "frame-straddle": "pickle/frame-straddle",
  "discarded-call": "pickle/discarded-call",
  "computed-arguments": "pickle/unsafe-arguments",
  "second-state": "pickle/unsafe-arguments",
  "persistent-id": "pickle/persistent-id",
  "out-of-band-buffer": "pickle/out-of-band-buffer",
  "trailing-bytes": "pickle/trailing-bytes",
  "huge-memo-index": "pickle/huge-memo-index",
  expansion: "pickle/expansion"
};
function judgePickleStructure(observation) {
  switch (observation.kind) {
    case "dynamic-global": {
      const name = `${renderValue(observation.module)}.${renderValue(observation.name)}`;
      return finding(
        "pickle/dynamic-global",
        `Loading imports a name that the file computes: ${name}`,
        name,
        "picklers write names as literals"
      );
    }
    case "extension-code":
      return finding(
        "pickle/extension-code",
        `Loading gets extension code ${observation.code} from the registry of the loading process`,
        `copyreg extension ${observation.code}`,
        "the file does not say what it refers to"
      );
    case "mutated-global": {
      const change = renderMutation(observation.target, observation.args, observation.via);
      return finding(
        "pickle/mutated-global",
        `Loading changes an imported object: ${change}`,
        change,
        "picklers change instances, never imported objects"
      );
    }
    case "pickle-oddity":
      if (observation.callee !== void 0 && isStateSetter(observation.callee))
        return fine(`the protocol calls ${observation.callee} for its effect; the call itself is judged`);
      return finding(
        ODDITY_RULES[observation.oddity],
        `${ruleOf(ODDITY_RULES[observation.oddity]).title}: ${observation.detail}`,
        observation.detail,
        "no pickler writes this"
      );
  }
}
// src/policy/judge/judge.ts
var modelJudgesCache;
function loadModelJudges() {
  return modelJudgesCache ? void 0 : load2();
}
async function load2() {
  modelJudgesCache = (await import("./policy-judge-models.js")).modelJudges;
}
function modelJudges() {
  if (!modelJudgesCache) throw new Error("the judge of this observation is not loaded");
  return modelJudgesCache;
}
function judge2(policy, observation) {
  const judgement = ruleJudgement(observation) ?? judgementOf(policy, observation);
  if (judgement.kind === "fine") return judgement;
  const severity = policy.severity[judgement.rule];
  if (severity === void 0) return judgement;
  return severity === "off" ? fine(`the policy turns off ${judgement.rule}`) : { ...judgement, severity };
}
function ruleJudgement(observation) {
  const own2 = ownJudges.get(observation.kind);
  if (own2 === void 0) return void 0;
  for (const { id, severity, judge: judge22 } of own2) {
    const objection2 = judge22(observation);
    if (objection2) return { kind: "finding", rule: id, severity, ...objection2 };
  }
  return void 0;
}
function judgementOf(policy, observation) {
  switch (observation.kind) {
    case "global":
      return judgeGlobal(policy, observation);
    case "call":
      return judgeCall(policy, observation);
    case "escape":
      return judgeHandedOn(policy, observation.module, observation.name);
    case "later-callables":
      return judgeLaterCallables(policy, observation);
    case "dynamic-global":
    case "extension-code":
    case "mutated-global":
    case "pickle-oddity":
      return judgePickleStructure(observation);
    case "zip-mismatch":
    case "unsafe-path":
      return judgeArchive(observation);
    case "shipped-code":
      return judgeCode(policy, observation);
    case "config-reference":
      return modelJudges().judgeConfig(policy, observation);
    case "graph-op":
      return modelJudges().judgeGraph(policy, observation);
    case "external-file":
    case "structure":
      return judgeFiles(observation);
    case "template":
      return modelJudges().judgeTemplate(policy, observation);
    default:
      return observation;
  }
}
// src/policy/judge/collector.ts
var MAX_FINDINGS = 1e3;
var MAX_INCOMPLETE = 500;
var MAX_CALLS_SHOWN = 8;
var COUNTED2 = 1e4;
var RANK = { critical: 4, high: 3, medium: 2, low: 1 };
var Collector = class {
  policy;
  explain;
  byCause = /* @__PURE__ */ new Map();
  /** The previous finding: a hostile file can contain millions of the same. */
  last;
  names;
  kept = { critical: 0, high: 0, medium: 0, low: 0 };
  unread = [];
  weightsOnly = {};
  dropped = 0;
  constructor(policy, explain) {
    this.policy = policy;
    this.explain = explain;
  }
  /**
   * Takes one observation. Returns which further ones change only the count of a finding, see `Scan.observe`.
   * With `--explain` every observation is wanted.
   */
  observe(observation, artifact) {
    if (observation.kind === "incomplete") {
      if (artifact.hints?.guess) return false;
      this.explain?.(observation, void 0, artifact);
      this.addIncomplete(observation, artifact);
      return false;
    }
    const torch2 = torchKind(artifact);
    if (torch2) this.torchLoad(torch2).observe(observation);
    const judged = judge2(this.policy, observation);
    const judgement = artifact.hints?.guess ? asGuess(this.policy, judged, artifact.hints.guess) : judged;
    this.explain?.(observation, judgement, artifact);
    const answer = judgement.kind === "fine" ? judgement.silence : this.addFinding(judgement, observation, artifact);
    return this.explain === void 0 && answer;
  }
  /** See `Scan.harmless`. */
  harmless(name) {
    return isHarmlessImport(this.policy, name);
  }
  /** Returns the findings, in no order, and the incomplete parts. */
  result() {
    const findings = [...this.byCause.values()];
    const [first2] = findings;
    if (this.dropped > 0 && first2) {
      this.unread.push({ why: "limit", detail: `${this.dropped} more findings of this file are not listed`, path: [first2.path[0]] });
    }
    return { findings, incomplete: this.unread };
  }
  /**
   * Returns whether torch's restricted unpickler accepts a file with these labels; undefined if `torch.load` unpickles
   * none of it.
   */
  torchVerdict(labels2) {
    if (labels2.includes("tar")) return void 0;
    const kind = labels2.includes("pytorch") ? "pytorch" : labels2.includes("pytorch-legacy") ? "pytorch-legacy" : void 0;
    return kind && this.torchLoad(kind).verdict();
  }
  torchLoad(kind) {
    this.weightsOnly[kind] ??= new WeightsOnly();
    return this.weightsOnly[kind];
  }
  addIncomplete(observation, artifact) {
    const { why, detail, remedy } = observation;
    const offset = offsetOf(observation);
    const same = this.unread.some((part) => part.why === why && part.detail === detail && part.path.join("\0") === artifact.path.join("\0"));
    if (same || this.unread.length >= MAX_INCOMPLETE) return;
    this.unread.push({
      why,
      detail,
      ...remedy === void 0 ? {} : { remedy },
      path: artifact.path,
      ...offset === void 0 ? {} : { offset }
    });
  }
  /** Keeps one finding for each cause. Returns which further observations only count, see `Scan.observe`. */
  addFinding(judgement, observation, artifact) {
    const { last } = this;
    if (judgement.about === void 0 && last?.artifact === artifact && isSame(judgement, last.finding)) {
      last.finding.count++;
      return silenceAfter2(observation, last.finding);
    }
    const place = artifact.path.join("\0");
    const cause = judgement.about === void 0 ? causeOf(judgement, place, judgement.evidence) : this.causeAbout(judgement, observation, place);
    if (cause === void 0) return false;
    const known = this.byCause.get(cause);
    if (known) {
      known.count++;
      this.last = { artifact, finding: known };
      return silenceAfter2(observation, known);
    }
    if (this.kept[judgement.severity] >= MAX_FINDINGS) {
      this.dropped++;
      return false;
    }
    this.kept[judgement.severity]++;
    const offset = offsetOf(observation);
    this.byCause.set(cause, {
      rule: judgement.rule,
      severity: judgement.severity,
      message: judgement.message,
      path: artifact.path,
      ...offset === void 0 ? {} : { offset },
      ...offset === void 0 || artifact.fileOffset === void 0 ? {} : { fileOffset: artifact.fileOffset + offset },
      ..."opcode" in observation && observation.opcode !== void 0 ? { opcode: observation.opcode } : {},
      evidence: judgement.evidence,
      count: 1
    });
    return false;
  }
  /**
   * Returns the cause of a finding about an imported name. Calls replace the import unless it is more severe, and at
   * most `MAX_CALLS_SHOWN` of each rule and severity are shown. Undefined if a shown call makes the finding redundant.
   */
  causeAbout(judgement, observation, place) {
    const about = `${place}\0${judgement.about}`;
    this.names ??= /* @__PURE__ */ new Map();
    const name = this.names.get(about) ?? { imports: /* @__PURE__ */ new Map(), worstCall: 0, shown: /* @__PURE__ */ new Map() };
    this.names.set(about, name);
    const kind = `${judgement.rule}\0${judgement.severity}`;
    if (observation.kind !== "call" || judgement.evidence === judgement.about) {
      if (name.worstCall >= RANK[judgement.severity]) return void 0;
      const cause2 = `${about}\0${kind}`;
      name.imports.set(cause2, judgement.severity);
      return cause2;
    }
    const cause = causeOf(judgement, place, judgement.evidence);
    if (this.byCause.has(cause)) return cause;
    const shown = name.shown.get(kind) ?? 0;
    if (shown >= MAX_CALLS_SHOWN) return `${about}\0${kind}\0more`;
    name.shown.set(kind, shown + 1);
    name.worstCall = Math.max(name.worstCall, RANK[judgement.severity]);
    for (const [replaced, severity] of name.imports) {
      if (RANK[severity] > name.worstCall) continue;
      name.imports.delete(replaced);
      if (this.byCause.delete(replaced)) this.kept[severity]--;
      this.last = void 0;
    }
    return cause;
  }
};
function causeOf({ rule, severity }, place, evidence) {
  return `${place}\0${rule}\0${severity}\0${evidence}`;
}
function silenceAfter2(observation, { severity, count }) {
  return count >= COUNTED2 && (observation.kind !== "call" || severity === "critical") && "literals";
}
function isSame({ rule, severity, evidence }, finding2) {
  return finding2.rule === rule && finding2.severity === severity && finding2.evidence === evidence;
}
function offsetOf(observation) {
  return "offset" in observation && observation.offset !== void 0 && observation.offset >= 0 ? observation.offset : void 0;
}
function torchKind({ path, hints }) {
  if (path.length === 1) return "pytorch-legacy";
  return path.length === 2 && hints?.pickle === "torch" && /(?:^|\/)data\.pkl$/i.test(path[1] ?? "") ? "pytorch" : void 0;
}
// src/scan/account.ts
var MAX_RANGES2 = 65536;
var READ = 0;
var KINDS3 = new Map(PASS_REASONS.map((reason, index2) => [reason, index2 + 1]));
var Tally = class {
  counts = new Float64Array(PASS_REASONS.length + 1);
  unaccounted = 0;
  add(kind, bytes) {
    this.counts[kind] = (this.counts[kind] ?? 0) + bytes;
  }
  addUnrecognised(bytes) {
    this.add(KINDS3.get("unrecognised") ?? READ, bytes);
  }
  addUnaccounted(bytes) {
    this.unaccounted += bytes;
  }
  result() {
    const passedOver = Object.fromEntries(PASS_REASONS.map((reason, index2) => [reason, this.counts[index2 + 1] ?? 0]));
    return { interpreted: this.counts[READ] ?? 0, passedOver, unaccounted: this.unaccounted };
  }
};
var Ledger = class {
  /** Whether an `incomplete` was reported for the artifact itself. */
  reportedIncomplete = false;
  /** End offset of the last member that is stored here and was scanned as a member. */
  membersEnd = 0;
  size;
  tally;
  /** The only range: accounts of small files rarely have more. Until there are two, `starts` and `ends` are `NONE`. */
  from = 0;
  to = 0;
  starts = NONE4;
  ends = NONE4;
  latest = 0;
  counts;
  /** `size`: infinity while it is unknown. */
  constructor(size, tally) {
    this.size = size;
    this.tally = tally;
    this.counts = tally && [];
  }
  read(offset = 0, length = Number.POSITIVE_INFINITY) {
    this.add(READ, offset, offset + length);
  }
  passOver(reason, offset = 0, length = Number.POSITIVE_INFINITY) {
    if (reason === "member") this.membersEnd = Math.max(this.membersEnd, offset + length);
    this.add(KINDS3.get(reason) ?? READ, offset, offset + length);
  }
  gaps(max) {
    const found2 = [];
    for (const gap of this.allGaps(this.size)) {
      if (found2.length >= max) break;
      found2.push(gap);
    }
    return found2;
  }
  /** Closes the account, now that the artifact is known to have `size` bytes. Returns the bytes that are missing. */
  close(size) {
    if (this.starts === NONE4 && this.tally === void 0 && this.from === 0 && this.to >= size) return void 0;
    let first2;
    let total = 0;
    for (const gap of this.allGaps(size)) {
      first2 ??= gap;
      total += gap.length;
    }
    if (this.tally && this.counts) {
      let kept = size - total;
      for (const [kind, bytes = 0] of this.counts.entries()) {
        this.tally.add(kind, Math.min(bytes, kept));
        kept -= Math.min(bytes, kept);
      }
      this.tally.addUnaccounted(total);
    }
    return first2 && { first: first2, total };
  }
  *allGaps(size) {
    let at = 0;
    if (this.starts === NONE4 && this.to > this.from) this.spread();
    for (const [index2, start] of this.starts.entries()) {
      if (at >= size) return;
      if (start > at) yield { offset: at, length: Math.min(start, size) - at };
      at = this.ends[index2] ?? at;
    }
    if (at < size) yield { offset: at, length: size - at };
  }
  add(kind, from, to) {
    const start = Math.max(0, from);
    const end = Math.min(this.size, to);
    if (!(end > start)) return;
    if (this.starts === NONE4) {
      if (this.to === this.from) {
        this.from = start;
        this.to = end;
        this.count(kind, end - start);
        return;
      }
      if (start === this.to) {
        this.to = end;
        this.count(kind, end - start);
        return;
      }
      this.spread();
    }
    const { starts: starts2, ends, latest } = this;
    const known = ends[latest] ?? 0;
    if (end <= known && start >= (starts2[latest] ?? 0)) return;
    if (start === known && latest === ends.length - 1) {
      ends[latest] = end;
      this.count(kind, end - start);
    } else this.insert(starts2, ends, kind, start, end);
  }
  /** Moves the only range into the lists. */
  spread() {
    this.starts = [this.from];
    this.ends = [this.to];
  }
  insert(starts2, ends, kind, start, end) {
    const low = firstAtLeast(ends, start);
    let high = low;
    let covered = 0;
    for (; high < starts2.length && (starts2[high] ?? 0) <= end; high++)
      covered += Math.max(0, Math.min(end, ends[high] ?? 0) - Math.max(start, starts2[high] ?? 0));
    if (high === low) {
      if (starts2.length >= MAX_RANGES2) return;
      starts2.splice(low, 0, start);
      ends.splice(low, 0, end);
    } else {
      starts2[low] = Math.min(start, starts2[low] ?? start);
      ends[low] = Math.max(end, ends[high - 1] ?? end);
      if (high > low + 1) {
        starts2.splice(low + 1, high - low - 1);
        ends.splice(low + 1, high - low - 1);
      }
    }
    this.latest = low;
    this.count(kind, end - start - covered);
  }
  count(kind, bytes) {
    if (this.counts) this.counts[kind] = (this.counts[kind] ?? 0) + bytes;
  }
};
var NONE4 = [];
function firstAtLeast(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
// src/scan/budget.ts
var UNITS2 = {
  "bytes-inflated": "bytes were decompressed",
  members: "archive members were read",
  opcodes: "pickle opcodes were read"
};
function createBudget(limits, now2, peaks) {
  const spent = { "bytes-inflated": 0, members: 0, opcodes: 0 };
  const deadline = now2() + limits.time;
  const checkTime = () => {
    if (now2() > deadline) throw new ScanError("timeout", `the scan of this file reached its time limit of ${limits.time / 1e3} seconds`);
  };
  return {
    spent,
    ...peaks ? { peaks } : {},
    checkTime,
    charge(kind, amount) {
      spent[kind] += amount;
      if (spent[kind] > limits[kind]) throw new ScanError("limit", `more than ${limits[kind]} ${UNITS2[kind]}`);
    }
  };
}
// src/scan/event-loop.ts
var STRIDE = 256;
var Yielding = class {
  count = 0;
  /** Counts one artifact. Returns a promise to await when it is time to yield. */
  next() {
    return ++this.count % STRIDE === 0 ? yieldToEventLoop() : void 0;
  }
};
function yieldToEventLoop() {
  return new Promise((resolve2) => setImmediate(resolve2));
}
// src/scan/limits.ts
var defaultLimits = {
  // The largest single checkpoints that projects commit or download, inflated. A 4 MB bomb of 4 GiB takes some 15
  // seconds. There is no limit on the ratio: arrays of zeros really compress a thousand to one.
  "bytes-inflated": 16 * 2 ** 30,
  // A sharded checkpoint of the largest models has some 20,000 records.
  members: 25e4,
  // An hour of opcodes at the slowest measured speed; the time limit comes first.
  opcodes: 2 ** 36,
  // A model in an archive in a release bundle in an image layer is four levels deep; archive quines are infinite.
  depth: 8,
  // Inflating 16 GiB takes about a minute.
  time: 10 * 6e4,
  // Small enough for the memory that docs/performance.md promises.
  spool: 32 * 2 ** 20,
  "spool-file": 16 * 2 ** 30
};
// src/bytes/file.ts
var LinkError = class extends Error {
  name = "LinkError";
};
var { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
function openFile(path) {
  if (O_NOFOLLOW === 0 && isLink2(path)) throw new LinkError("a symbolic link");
  const fd = opened(path);
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    throw new Error("not a regular file");
  }
  return descriptorSource(fd, stat.size);
}
function opened(path) {
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    throw isLink2(path) ? new LinkError("a symbolic link") : error;
  }
}
function isLink2(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
function temporaryFile2() {
  const folder = mkdtempSync(join2(tmpdir(), "modelgate-"));
  const fd = openSync(join2(folder, "spool"), "wx+", 384);
  const isGone = removed(folder);
  let size = 0;
  return {
    append(bytes) {
      let done = 0;
      while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, size + done);
      size += bytes.length;
    },
    source: () => descriptorSource(fd, size),
    close() {
      closeSync(fd);
      if (!isGone) rmSync(folder, { recursive: true, force: true });
    }
  };
}
function removed(folder) {
  try {
    rmSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
function descriptorSource(fd, size) {
  const readInto = (target, offset) => {
    if (!(offset >= 0 && offset < size)) return 0;
    let done = 0;
    while (done < target.length) {
      const got = readSync(fd, target, done, target.length - done, offset + done);
      if (got === 0) break;
      done += got;
    }
    return done;
  };
  return {
    kind: "source",
    size,
    readInto,
    read(offset, length) {
      const room = Math.max(0, Math.min(length, size - offset));
      const target = new Uint8Array(room);
      const got = room === 0 ? 0 : readInto(target, offset);
      return got === room ? target : target.subarray(0, got);
    },
    close: () => closeSync(fd)
  };
}
// src/bytes/spool.ts
async function spool(stream, memoryLimit, fileLimit) {
  const parts3 = [];
  let size = 0;
  let file;
  let error;
  try {
    for (; ; ) {
      const next = stream.next();
      const chunk = next instanceof Promise ? await next : next;
      if (chunk === void 0) break;
      size += chunk.length;
      if (size > fileLimit) throw new ScanError("limit", `more than ${fileLimit} bytes would have to be stored for reading`);
      if (!file && size > memoryLimit) {
        file = temporaryFile2();
        for (const part of parts3.splice(0)) file.append(part);
      }
      if (file) file.append(chunk);
      else parts3.push(chunk.slice());
    }
  } catch (thrown) {
    if (!(thrown instanceof ScanError)) {
      file?.close();
      throw thrown;
    }
    error = thrown;
  } finally {
    stream.close();
  }
  if (file) return { source: file.source(), error, close: file.close };
  const bytes = new Uint8Array(parts3.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts3) {
    bytes.set(part, at);
    at += part.length;
  }
  return { source: memorySource(bytes), error, close: () => void 0 };
}
// src/scan/candidates.ts
var EMPTY2 = 256;
var indexCache = /* @__PURE__ */ new WeakMap();
function candidates2(formats2, probe) {
  const { extensions, rows } = indexCache.get(formats2) ?? indexOf(formats2);
  const extension = extensions.has(probe.extension) ? probe.extension : void 0;
  let row = rows.get(extension);
  if (row === void 0) {
    row = [];
    rows.set(extension, row);
  }
  const first2 = probe.head[0] ?? EMPTY2;
  row[first2] ??= formats2.filter((format) => passesPrefilter(format, first2, extension));
  return row[first2];
}
function indexOf(formats2) {
  const index2 = { extensions: new Set(formats2.flatMap(({ prefilter }) => prefilter?.extensions ?? [])), rows: /* @__PURE__ */ new Map() };
  indexCache.set(formats2, index2);
  return index2;
}
function passesPrefilter({ prefilter }, first2, extension) {
  if (prefilter === void 0 || first2 !== EMPTY2 && prefilter.first?.(first2)) return true;
  return extension !== void 0 && prefilter.extensions?.includes(extension) === true;
}
// src/scan/measured.ts
function measured(stream, kept, again) {
  const last = new LastBytes(kept);
  let ended = false;
  let failure;
  const arrived = (chunk) => {
    if (chunk === void 0) ended = true;
    else last.add(chunk);
    return chunk;
  };
  const broken = (error) => {
    ended = true;
    failure = error;
    throw error;
  };
  const next = () => {
    if (ended) {
      if (failure !== void 0) throw failure;
      return void 0;
    }
    try {
      const chunk = stream.next();
      return chunk instanceof Promise ? chunk.then(arrived, broken) : arrived(chunk);
    } catch (error) {
      return broken(error);
    }
  };
  return {
    kind: "stream",
    next,
    ...again ? { again } : {},
    size: () => last.size,
    tail: () => last.bytes(),
    close: () => stream.close(),
    async end() {
      try {
        while (!ended) await next();
      } catch {
      }
      if (failure === void 0 || failure instanceof ScanError) return failure;
      throw failure;
    }
  };
}
var LastBytes = class {
  /** Number of bytes added so far. */
  size = 0;
  kept;
  ring;
  at = 0;
  constructor(kept) {
    this.kept = kept;
  }
  add(chunk) {
    this.ring ??= Buffer.allocUnsafe(this.kept);
    this.size += chunk.length;
    const part = chunk.length > this.kept ? chunk.subarray(chunk.length - this.kept) : chunk;
    const room = this.kept - this.at;
    if (part.length < room) {
      this.ring.set(part, this.at);
      this.at += part.length;
    } else {
      this.ring.set(part.subarray(0, room), this.at);
      this.ring.set(part.subarray(room));
      this.at = part.length - room;
    }
  }
  bytes() {
    if (this.ring === void 0) return new Uint8Array(0);
    const { ring, at, size, kept } = this;
    return size < kept ? ring.slice(0, at) : Buffer.concat([ring.subarray(at), ring.subarray(0, at)]);
  }
};
// src/scan/promised-names.ts
var SITE_LINE2 = /^(?:import[ \t].*|#.*|[^\s<>{}"]*[./\\][^\s<>{}"]*|(?:[A-Za-z]:|\.{0,2})[/\\].*|\s*)$/;
var MIN_SIZE = 16;
function brokenPromise({ name, extension, head }, labels2 = []) {
  for (const label22 of labels2) if (keepsPromise(label22)) return void 0;
  if (head.length === 0 || !promisesModel(name, extension)) return void 0;
  const what = isText3(head) ? kindOfText(new TextDecoder().decode(head), extension) : void 0;
  const isShort = head.length < MIN_SIZE && !PICKLE_EXTENSIONS.includes(extension);
  if (what === void 0 ? isShort : what === "other") return void 0;
  return {
    kind: "incomplete",
    why: "malformed",
    detail: what === void 0 ? `the name ends in ${extension}, but the bytes match no format that is loaded under such a name` : `the name ends in ${extension}, but the file is ${what}: the download may have failed`,
    remedy: "Download or save the model again, or rename the file if it is not a model."
  };
}
function kindOfText(text4, extension) {
  const lines = text4.split(/[\r\n]+/);
  if (extension === ".pth" && lines.every((line) => SITE_LINE2.test(line))) return "other";
  const start = text4.trimStart();
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return "text (an HTML page)";
  if (start.startsWith("<")) return "text (XML)";
  if (/^[{[]/.test(start)) return "text (JSON)";
  if (extension === ".pt" && lines.filter((line) => line.trim() !== "").length > 1) return "other";
  return "text";
}
// src/scan/reading.ts
async function readAs(format, artifact, probe, context, { labels: labels2, ledger, depth, descend: descend22 }) {
  let label22 = format.id;
  const scan = {
    budget: context.budget,
    probe,
    account: ledger,
    observe: (observation) => {
      if (observation.kind === "incomplete") ledger.reportedIncomplete = true;
      return context.observe(observation, artifact);
    },
    harmless: (name) => context.harmless?.(name) ?? false,
    descend: (member) => {
      if (member.storedAt !== void 0 && !member.hints?.search) ledger.passOver("member", member.storedAt, member.size);
      return descend22(member, artifact, context, depth + 1);
    },
    label: (id) => {
      label22 = id;
    }
  };
  try {
    const ready = context.prepare?.(format.id);
    if (ready) await ready;
    const outcome = await format.scan(artifact, scan);
    if (outcome === "not-this-format") return;
  } catch (error) {
    scan.observe(incomplete(error));
  }
  labels2.add(label22);
}
async function readRest(artifact, input, probe, tried, context, reading) {
  if (!isSearchable(artifact)) return;
  if (probe.tail.length < input.size && (reading.depth > 0 || probe.size === void 0)) {
    const late = probeToTheEnd(probe.name, input, reading.ledger.membersEnd);
    for (const format of matching(context.formats, late))
      if (!tried.includes(format)) await readAs(format, artifact, late, context, reading);
  }
  if (reading.labels.size > 0 || artifact.hints?.searched) return;
  if (embeddedFormat.match(probe) !== "no") await readAs(embeddedFormat, artifact, probe, context, reading);
}
function isSearchable({ hints }) {
  return hints?.numbers === void 0 && hints?.guess === void 0;
}
function matching(formats2, probe) {
  const found2 = [];
  for (const format of candidates2(formats2, probe)) if (format.match(probe) !== "no") found2.push(format);
  return found2;
}
function closeAccount({ labels: labels2, ledger }, size, artifact, context) {
  if (labels2.size === 0) {
    context.tally?.addUnrecognised(size);
    return;
  }
  const missing = ledger.close(size);
  if (missing === void 0 || ledger.reportedIncomplete) return;
  const { first: first2, total } = missing;
  const more = total > first2.length ? `, the first of ${total} in all` : "";
  context.observe(
    {
      kind: "incomplete",
      why: "unread",
      detail: `${first2.length} bytes at ${first2.offset}${more} were not read: no part of the format ${[...labels2].join(" or ")} covers them`,
      offset: first2.offset
    },
    artifact
  );
}
function reportBrokenPromise(probe, artifact, context, labels2 = []) {
  const observation = brokenPromise(probe, labels2);
  if (observation && !artifact.hints?.link && !inPackage(artifact)) context.observe(observation, artifact);
}
function reportError(error, artifact, context, { ledger }) {
  ledger.reportedIncomplete = true;
  context.observe(incomplete(error), artifact);
}
function incomplete(error) {
  if (error instanceof ScanError) {
    return { kind: "incomplete", why: error.why, detail: error.message, ...error.offset === void 0 ? {} : { offset: error.offset } };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    kind: "incomplete",
    why: "internal",
    detail: `the reader failed (${detail})`,
    remedy: "Please report this as a bug of ModelGate."
  };
}
// src/scan/forward.ts
async function readForward(only, stream, { again }, artifact, probe, context, reading) {
  const { labels: labels2, ledger } = reading;
  const remembered2 = only.match(probe) === "possible" ? rememberPrefix(stream) : void 0;
  const passing = measured(remembered2 ?? stream, FILE_TAIL, again);
  await readAs(only, { ...artifact, input: passing }, probe, context, reading);
  const known = labels2.size > 0;
  const failure = known ? await passing.end() : void 0;
  if (failure && !ledger.reportedIncomplete) reportError(failure, artifact, context, reading);
  let size = passing.size();
  const late = probePassed(probe, size, passing.tail(), ledger.membersEnd);
  const ends = known && candidates2(context.formats, late).some((format) => format !== only && format.match(late) === "certain");
  if (isSearchable(artifact) && (ends || !known)) {
    const prefix = known ? void 0 : remembered2?.prefix();
    const whole = prefix?.size === size ? continued(prefix, passing) : again?.();
    if (whole === void 0)
      throw new ScanError("unsupported", "the end of the data shows another format, and the data cannot be read a second time");
    const spooled = await spooledInput(whole, known ? context.limits["spool-file"] : maxSpooled(probe, context), context);
    try {
      const { source, error } = spooled;
      await readRest({ ...artifact, input: source }, source, probe, [only], context, reading);
      if (error && labels2.size > 0 && !ledger.reportedIncomplete) reportError(error, artifact, context, reading);
      size = source.size;
    } finally {
      spooled.close();
    }
  }
  closeAccount(reading, size, artifact, context);
}
function maxSpooled(probe, { limits }) {
  return embeddedFormat.match(probe) === "no" ? limits.spool : limits["spool-file"];
}
async function spooledInput(input, max, { limits }) {
  return input.kind === "stream" ? spool(input, limits.spool, max) : { source: input, error: void 0, close: () => void 0 };
}
// src/scan/peek.ts
var HEAD5 = 4096;
var MAX_WHITESPACE = 16 * 2 ** 20;
async function peek(input) {
  const parts3 = [];
  let size = 0;
  let onlyWhitespace = true;
  let failure;
  while (size < HEAD5 || onlyWhitespace) {
    try {
      const next = input.next();
      const chunk = next instanceof Promise ? await next : next;
      if (chunk === void 0) break;
      if (size > MAX_WHITESPACE) throw new ScanError("limit", `more than ${MAX_WHITESPACE} bytes of whitespace at the start`, 0);
      onlyWhitespace &&= isWhitespace(chunk);
      parts3.push(chunk.slice());
      size += chunk.length;
    } catch (error) {
      failure = error;
      break;
    }
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const part of parts3) {
    head.set(part, at);
    at += part.length;
  }
  let given = false;
  const stream = {
    kind: "stream",
    close: () => input.close(),
    next() {
      if (!given && size > 0) {
        given = true;
        return head;
      }
      if (failure !== void 0) throw failure;
      return input.next();
    }
  };
  return { head, stream, failure };
}
// src/scan/scan.ts
var NONE23 = [];
var MAX_NAME4 = 400;
async function scanArtifact(artifact, context, depth = 0) {
  const pause = context.yielding?.next();
  if (pause) await pause;
  const { input } = artifact;
  return input.kind === "source" ? scanWhole(artifact, input, context, depth) : scanStream(artifact, input, context, depth);
}
async function scanStream(artifact, input, context, depth) {
  const reading = { labels: /* @__PURE__ */ new Set(), ledger: new Ledger(Number.POSITIVE_INFINITY, context.tally), depth, descend: descend2 };
  let spooled;
  try {
    const { head, stream, failure } = await peek(input);
    const probe = probeStream(nameOf(artifact.path), head, depth > 0);
    const matches = matching(context.formats, probe);
    const [only] = matches;
    if (only && matches.length === 1 && only.access !== "random") {
      await readForward(only, stream, input, artifact, probe, context, reading);
    } else if (matches.length > 0) {
      spooled = await spool(stream, context.limits.spool, context.limits["spool-file"]);
      const { source } = spooled;
      const kept = { ...artifact, input: source };
      for (const format of matches) await readAs(format, kept, probe, context, reading);
      await readRest(kept, source, probe, matches, context, reading);
      if (spooled.error) reportError(spooled.error, artifact, context, reading);
      closeAccount(reading, source.size, artifact, context);
    } else if (failure !== void 0) throw failure;
    else if (isSearchable(artifact)) {
      spooled = await spool(stream, context.limits.spool, maxSpooled(probe, context));
      const { source } = spooled;
      if (source.size > 0) return await scanWhole({ ...artifact, input: source }, source, context, depth);
    }
    reportBrokenPromise(probe, artifact, context, reading.labels);
  } catch (error) {
    context.observe(incomplete(error), artifact);
  } finally {
    input.close();
    spooled?.close();
  }
  return [...reading.labels];
}
function scanWhole(artifact, input, context, depth) {
  const probe = probeSource(nameOf(artifact.path), input, depth > 0);
  const matches = matching(context.formats, probe);
  if (matches.length > 0 || isSearchable(artifact)) return scanMatching(artifact, input, probe, matches, context, depth);
  reportBrokenPromise(probe, artifact, context);
  context.tally?.addUnrecognised(input.size);
  return NONE23;
}
async function scanMatching(artifact, input, probe, matches, context, depth) {
  const reading = { labels: /* @__PURE__ */ new Set(), ledger: new Ledger(input.size, context.tally), depth, descend: descend2 };
  for (const format of matches) await readAs(format, artifact, probe, context, reading);
  await readRest(artifact, input, probe, matches, context, reading);
  reportBrokenPromise(probe, artifact, context, reading.labels);
  closeAccount(reading, input.size, artifact, context);
  return [...reading.labels];
}
async function descend2(member, parent, context, depth) {
  const path = [...parent.path, member.name.length > MAX_NAME4 ? `${member.name.slice(0, MAX_NAME4)}\u2026` : member.name];
  const offset = member.storedAt !== void 0 && parent.fileOffset !== void 0 ? parent.fileOffset + member.storedAt : void 0;
  const hints = parent.hints?.guess ? { ...member.hints, guess: parent.hints.guess } : member.hints;
  try {
    context.budget.checkTime();
    if (depth > context.limits.depth) throw new ScanError("limit", `nested deeper than ${context.limits.depth} levels`);
    const artifact = artifactAt(path, member.open(), offset, hints);
    const known = context.visited.known(artifact, depth);
    if (known !== void 0) return known;
    const pause = context.yielding?.next();
    if (pause) await pause;
    const { input } = artifact;
    const labels2 = input.kind === "source" ? scanWhole(artifact, input, context, depth) : scanStream(artifact, input, context, depth);
    const read2 = ("length" in labels2 ? labels2 : await labels2).length > 0;
    context.visited.remember(artifact, depth, read2);
    return read2;
  } catch (error) {
    context.observe(incomplete(error), artifactAt(path, parent.input, offset, hints));
    return true;
  }
}
function artifactAt(path, input, fileOffset, hints) {
  if (fileOffset === void 0) return hints ? { path, input, hints } : { path, input };
  return hints ? { path, input, fileOffset, hints } : { path, input, fileOffset };
}
function nameOf(path) {
  const last = path[path.length - 1] ?? "";
  return last.slice(last.lastIndexOf("/") + 1);
}
// src/scan/visited-ranges.ts
var MIN_DEPTH = 2;
var MAX_RANGES22 = 2e4;
var VisitedRanges = class {
  readings = /* @__PURE__ */ new Map();
  /** Returns whether a format read these bytes; undefined if they were not scanned, or have no offset in the file. */
  known(artifact, depth) {
    if (depth < MIN_DEPTH) return void 0;
    const key = keyOf2(artifact);
    const reading = key === void 0 ? void 0 : this.readings.get(key);
    return reading && reading.depth <= depth ? reading.read : void 0;
  }
  /** Remembers the scan of an artifact. */
  remember(artifact, depth, read2) {
    if (depth < MIN_DEPTH) return;
    const key = keyOf2(artifact);
    if (key !== void 0 && (this.readings.size < MAX_RANGES22 || this.readings.has(key))) this.readings.set(key, { depth, read: read2 });
  }
};
function keyOf2({ path, input, fileOffset, hints }) {
  if (fileOffset === void 0 || input.kind === "stream" || hints?.storage) return void 0;
  return `${fileOffset} ${input.size} ${hints?.pickle ?? ""} ${hints?.source ?? ""} ${hints?.guess ?? ""} ${path[path.length - 1]}`;
}
// src/node/accept.ts
function accept(found2, path, { policy, baseline, today }, hash) {
  if (found2.findings.length === 0 && found2.incomplete.length === 0) return found2;
  const exceptions = exceptionsFor(policy.exceptions, path);
  const entries = baseline?.get(path) ?? [];
  if (exceptions.length === 0 && entries.length === 0) return found2;
  const sha2562 = hash();
  if (sha2562 === void 0) return found2;
  const { suppressed, ...open } = suppress(
    found2,
    (rule, evidence, members2) => exceptionOf(exceptions, rule, sha2562, today) ?? baselineAccepts(entries, sha2562, rule, fingerprint(sha256OfText, rule, members2, evidence))
  );
  return { ...open, sha256: sha2562, ...suppressed.length === 0 ? {} : { suppressed } };
}
// src/node/duplicate-files.ts
var COST = { opcodes: 25, members: 1e4, "bytes-inflated": 2 };
var HASH_COST = 1.5;
var SHORT2 = 2e7;
var TRANSIENT = ["timeout", "internal"];
var DuplicateFiles = class {
  known = /* @__PURE__ */ new Map();
  inFlight = /* @__PURE__ */ new Map();
  files;
  /** `files`: all paths of the run. A file is hashed only if another one has the same name. */
  constructor(files) {
    this.files = files;
  }
  /** Returns the reading of a duplicate, or calls `scan` with hints that record whether they are used. */
  async read(file, scan) {
    const { path, source, policy } = file;
    const key = `${source.size} ${baseOf(path)}`;
    for (let first2 = this.inFlight.get(key); first2; first2 = this.inFlight.get(key)) await first2;
    const known = this.known.get(key) ?? [];
    const sha2562 = known.length === 0 ? void 0 : sha256OfSource(source);
    const same = known.find((other2) => other2.sha256 === sha2562 && other2.policy === policy);
    if (same) return { ...movedTo(path, same.reading), sha256: same.sha256, sameAs: same.path };
    const reading = this.scanned(file, scan, sha2562).then(({ sha256: hash, ...found2 }) => {
      if (hash !== void 0) this.known.set(key, [...known, { path, sha256: hash, policy, reading: found2 }]);
      return hash === void 0 ? found2 : { ...found2, sha256: hash };
    });
    const done = () => this.inFlight.delete(key);
    this.inFlight.set(key, reading.then(done, done));
    return reading;
  }
  /** Scans the file, and hashes it as well if it is worth remembering. */
  async scanned({ path, source, hints }, scan, hashed) {
    let isDependent = false;
    const onUse = () => {
      isDependent = true;
    };
    const found2 = await scan(watched(hints, onUse));
    if (isDependent || !isWorthIt(found2, source.size) || !this.hasNamesake(path)) return found2;
    const sha2562 = hashed ?? sha256OfSource(source);
    return sha2562 === void 0 ? found2 : { ...found2, sha256: sha2562 };
  }
  hasNamesake(path) {
    const base = baseOf(path);
    return this.files.some((other2) => other2 !== path && other2.endsWith(base) && baseOf(other2) === base);
  }
};
function baseOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function isWorthIt({ spent, incomplete: incomplete2 }, size) {
  if (incomplete2.some(({ why }) => TRANSIENT.includes(why))) return false;
  const cost = COST.opcodes * spent.opcodes + COST.members * spent.members + COST["bytes-inflated"] * spent["bytes-inflated"];
  return cost > SHORT2 && cost > 2 * HASH_COST * size;
}
function watched({ neighbour, sibling, ...rest }, onUse) {
  const wrap = (ask) => (...args) => {
    onUse();
    return ask(...args);
  };
  return { ...rest, ...neighbour && { neighbour: wrap(neighbour) }, ...sibling && { sibling: wrap(sibling) } };
}
function movedTo(path, reading) {
  const move = (part) => ({ ...part, path: [path, ...part.path.slice(1)] });
  return { ...reading, findings: reading.findings.map(move), incomplete: reading.incomplete.map(move) };
}
// src/node/neighbourhood.ts
var MAX_FOLDERS2 = 100;
function createNeighbours(root) {
  const known = /* @__PURE__ */ new Map();
  const list2 = (folder) => {
    const found2 = known.get(folder) ?? read(folder);
    known.set(folder, found2);
    return found2;
  };
  return (path) => {
    const home = dirname(resolve(root, path));
    const own2 = list2(home);
    if (own2.mlflow) return "MLmodel";
    if (own2.model || list2(dirname(home)).model) return "model";
    return own2.folders.some((folder) => list2(join2(home, folder)).model) ? "model" : "none";
  };
}
function read(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const mlflow = files.some(({ name }) => name === "MLmodel");
    return {
      mlflow,
      model: mlflow || files.some(({ name }) => isModelExtension(extensionOf(name))),
      folders: folders.length > MAX_FOLDERS2 ? [] : folders
    };
  } catch {
    return { mlflow: false, model: false, folders: [] };
  }
}
// src/node/open-path.ts
function openPath(root, path, trees) {
  try {
    return openFile(isPlainPath(path) ? `${root}/${path}` : resolve(root, path));
  } catch (error) {
    return error instanceof LinkError ? openLink(resolve(root, path), trees) : unreadable(error);
  }
}
function openLink(link, trees) {
  const destination = destinationOf(link, trees);
  if (destination.kind !== "file") return { why: "unsupported", ...whyUnread(destination) };
  try {
    return openFile(destination.real);
  } catch (error) {
    return unreadable(error);
  }
}
function unreadable(error) {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    why: "internal",
    detail: `it cannot be read (${detail})`,
    remedy: "Check that the file exists and that its permissions allow reading."
  };
}
function isPlainPath(path) {
  return !path.includes("..") && !isAbsolute(path);
}
// src/node/sibling.ts
function siblingOf(root, model, name) {
  const home = dirname(resolve(root, model));
  const path = resolve(home, name);
  if (name.includes("\0") || isAbsolute(name) || !isWithin(home, path)) return void 0;
  try {
    const real = realpathSync(path);
    if (isCacheLink(path)) return void 0;
    if (real !== resolve(realpathSync(home), relative(home, path))) return isWithin(realpathSync(root), real) ? "link" : "link-outside";
    const stat = lstatSync(path);
    return stat.isFile() && stat.nlink > 1 ? "hard-link" : void 0;
  } catch {
    return void 0;
  }
}
function isBeside(root, model, name) {
  const home = dirname(resolve(root, model));
  const path = resolve(home, name);
  if (name.includes("\0") || isAbsolute(name) || !isWithin(home, path)) return false;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat !== void 0 && !stat.isDirectory();
}
// src/node/scan-files.ts
var DEFAULT_CONCURRENCY = 4;
var WITHOUT_MODEL_JUDGES = /* @__PURE__ */ new Set(["zip", "pickle", "npy", "tar", "gzip", "zlib"]);
var SMALL_FILE = 64 * 1024;
var TAIL = 65536 + 22;
async function scanFiles(files, options) {
  const reports = new Array(files.length);
  let next = 0;
  let done = 0;
  const run = createRun(options.root, files);
  const worker = async () => {
    for (let index2 = next++; index2 < files.length; index2 = next++) {
      const path = files[index2] ?? "";
      const report = await scanFile(path, options, run);
      reports[index2] = report;
      done++;
      options.onFile?.(report, done, files.length);
    }
  };
  const workers = Math.max(1, Math.min(options.concurrency ?? DEFAULT_CONCURRENCY, files.length));
  await Promise.all(Array.from({ length: workers }, worker));
  return reports;
}
function createRun(root, files) {
  return {
    root: resolve(root),
    neighbours: createNeighbours(root),
    isCertain: createNames(root),
    duplicates: new DuplicateFiles(files),
    yielding: new Yielding()
  };
}
function unopened(path, { why, detail, remedy }) {
  const unread = { why, detail, ...remedy === void 0 ? {} : { remedy }, path: [path] };
  return { path, size: 0, status: "incomplete", formats: [], findings: [], incomplete: [unread] };
}
var UNCERTAIN = {
  why: "internal",
  detail: "the name is not UTF-8 and may belong to another file as well",
  remedy: "Rename the file."
};
async function scanFile(path, options, run = createRun(options.root, [])) {
  const { root, neighbours, isCertain, duplicates, yielding } = run;
  if (!isCertain(path)) return unopened(path, UNCERTAIN);
  const file = openPath(root, path, options.trees ?? [root]);
  if ("detail" in file) return unopened(path, file);
  try {
    if (file.size > SMALL_FILE) await yieldToEventLoop();
    const reads = { reads: 0, bytesRead: 0 };
    const bytes = options.stats ? counted(file, reads) : file;
    const source = file.size <= SMALL_FILE ? memorySource(bytes.read(0, file.size)) : withCachedTail(bytes, TAIL);
    const hints = {
      neighbour: () => neighbours(path),
      sibling: (name) => siblingOf(options.root, path, name),
      beside: (name) => isBeside(options.root, path, name)
    };
    const isSingle = file.size <= SMALL_FILE || options.explain !== void 0;
    return await scanSource(path, source, options, hints, { reads, yielding, ...isSingle ? {} : { duplicates } });
  } finally {
    file.close();
  }
}
function withCompanion(observation, artifact) {
  if (observation.kind !== "external-file" || artifact.path.length > 1) return observation;
  const sibling = artifact.hints?.sibling?.(observation.path);
  return sibling === void 0 ? observation : { ...observation, sibling };
}
function statsOf({ reads, bytesRead }, { spent, bytes }, peaks) {
  const { members: members2, opcodes: opcodes2, "bytes-inflated": bytesInflated } = spent;
  return {
    reads,
    bytesRead,
    members: members2,
    bytesInflated,
    opcodes: opcodes2,
    peakStack: peaks.stack,
    peakMemo: peaks.memo,
    bytes: bytes ?? new Tally().result()
  };
}
async function scanSource(path, source, options, hints = {}, { reads = { reads: 0, bytesRead: 0 }, duplicates, yielding = new Yielding() } = {}) {
  const wholePolicy = options.policy ?? defaultPolicy;
  const policy = policyFor(wholePolicy, path);
  const file = { path, source, policy, hints };
  const peaks = { stack: 0, memo: 0 };
  const scan = (own2) => scanReadable({ ...file, hints: own2 }, options, peaks, yielding);
  const read2 = await (duplicates ? duplicates.read(file, scan) : scan(hints));
  const { formats: ids, torch: torch2, sameAs } = read2;
  const unapproved = policy.approvedFormats && judgeFormats(policy, path, ids.filter(isModelFormat));
  const found2 = { findings: unapproved ? [...read2.findings, unapproved] : read2.findings, incomplete: read2.incomplete };
  const today = options.today ?? dayOf(/* @__PURE__ */ new Date());
  const hash = () => read2.sha256 ?? sha256OfSource(source);
  const accepted = accept(found2, path, { policy, baseline: options.baseline, today }, hash);
  const isAsked = options.sha256 === "findings" ? found2.findings.length + found2.incomplete.length > 0 : options.sha256 === true;
  const sha2562 = accepted.sha256 ?? (isAsked || sameAs !== void 0 ? hash() : void 0);
  const gate = gateOfFile(wholePolicy, policy);
  return fileReport({
    path,
    size: source.size,
    formats: shared(ids),
    ...accepted,
    ...sha2562 === void 0 ? {} : { sha256: sha2562 },
    ...sameAs === void 0 ? {} : { sameAs },
    ...torch2 ? { torch: torch2 } : {},
    ...gate ? { gate } : {},
    ...options.stats ? { stats: statsOf(reads, sameAs === void 0 ? read2 : NO_WORK, peaks) } : {}
  });
}
var NO_WORK = { spent: { opcodes: 0, members: 0, "bytes-inflated": 0 }, bytes: void 0 };
async function scanReadable({ path, source, policy, hints }, options, peaks, yielding) {
  const base = options.limits ?? defaultLimits;
  const limits = options.timeoutMs === void 0 ? base : { ...base, time: options.timeoutMs };
  if (source.size === 0) return emptyReading(path, policy);
  const budget = createBudget(limits, now, options.stats ? peaks : void 0);
  const collector = new Collector(policy, options.explain);
  const tally = options.stats ? new Tally() : void 0;
  const formats2 = await scanArtifact(
    { path: [path], input: source, fileOffset: 0, hints },
    {
      formats,
      limits,
      budget,
      visited: new VisitedRanges(),
      yielding,
      ...tally ? { tally } : {},
      observe: (observation, artifact) => collector.observe(withCompanion(observation, artifact), artifact),
      harmless: (name) => collector.harmless(name),
      prepare: (format) => WITHOUT_MODEL_JUDGES.has(format) ? void 0 : loadModelJudges()
    }
  );
  return { formats: formats2, ...collector.result(), torch: collector.torchVerdict(formats2), spent: budget.spent, bytes: tally?.result() };
}
function emptyReading(path, { empty }) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const remedy = "Download or save the model again, or remove the file.";
  const unread = { why: "truncated", detail: "the file is empty", remedy, path: [path] };
  const incomplete2 = empty === "fail" && promisesModel(name, extensionOf(name)) ? [unread] : [];
  return { formats: [], findings: [], incomplete: incomplete2, torch: void 0, ...NO_WORK };
}
var formatListCache = /* @__PURE__ */ new Map();
function shared(ids) {
  const [only] = ids;
  if (only === void 0 || ids.length > 1) return ids;
  const known = formatListCache.get(only) ?? ids;
  formatListCache.set(only, known);
  return known;
}
export {
  ANYWHERE as ANYWHERE_17,
  ArchiveLinks as ArchiveLinks_38,
  BYTES as BYTES_9,
  BZIP2 as BZIP2_22,
  CENTRAL_SIZE as CENTRAL_SIZE_44,
  CHAT_FILES as CHAT_FILES_32,
  CLASS_NAME as CLASS_NAME_30,
  CONTINUATION as CONTINUATION_24,
  Dict as Dict_45,
  END64_SIZE as END64_SIZE_44,
  END_SIGNATURE as END_SIGNATURE_44,
  END_SIZE as END_SIZE_44,
  EXTENSIONS as EXTENSIONS_14,
  EXTENSIONS2 as EXTENSIONS_27,
  EXTENSIONS3 as EXTENSIONS_29,
  EXTENSIONS4 as EXTENSIONS_31,
  EXTENSIONS5 as EXTENSIONS_32,
  FILE_TAIL as FILE_TAIL_51,
  FIXED32 as FIXED32_9,
  FIXED64 as FIXED64_9,
  FLAG_DESCRIPTOR as FLAG_DESCRIPTOR_44,
  FLAG_ENCRYPTED as FLAG_ENCRYPTED_44,
  FLAG_MASKED as FLAG_MASKED_44,
  FLAG_STRONG_ENCRYPTION as FLAG_STRONG_ENCRYPTION_44,
  GGUF as GGUF_21,
  GGUF_HEAD as GGUF_HEAD_21,
  GLUONTS_TYPE as GLUONTS_TYPE_32,
  GRAPH_EXTENSIONS as GRAPH_EXTENSIONS_12,
  GROUP_END as GROUP_END_9,
  GROUP_START as GROUP_START_9,
  GlobalRef as GlobalRef_45,
  HDF5_SIGNATURE as HDF5_SIGNATURE_21,
  HEAD as HEAD_22,
  JsonTooDeep as JsonTooDeep_34,
  LMDB_MAGIC as LMDB_MAGIC_21,
  LOADED as LOADED_32,
  LOCAL_SIGNATURE as LOCAL_SIGNATURE_44,
  LOCAL_SIZE as LOCAL_SIZE_44,
  LOCATOR64_SIZE as LOCATOR64_SIZE_44,
  LONG as LONG_45,
  LZMA as LZMA_22,
  LexError as LexError_18,
  MAGIC as MAGIC_24,
  MAX_HEADER as MAX_HEADER_7,
  MAX_NAME2 as MAX_NAME_26,
  MAX_PARTS as MAX_PARTS_16,
  MAX_PAYLOAD as MAX_PAYLOAD_45,
  MAX_REACHES as MAX_REACHES_17,
  MAX_TEXT as MAX_TEXT_32,
  META_EXTENSIONS as META_EXTENSIONS_12,
  MIN_ENCODED as MIN_ENCODED_44,
  MIN_PAYLOAD as MIN_PAYLOAD_44,
  MODEL_EXTENSIONS as MODEL_EXTENSIONS_26,
  MODULE_OBJECTS as MODULE_OBJECTS_16,
  Machine as Machine_45,
  NIL as NIL_6,
  NONE2 as NONE_45,
  NUMBER as NUMBER_6,
  OBJECT2 as OBJECT_22,
  OBJECT as OBJECT_6,
  OTHER_EXTENSIONS as OTHER_EXTENSIONS_32,
  OUTWARD_BUILTINS as OUTWARD_BUILTINS_17,
  PASS_REASONS as PASS_REASONS_3,
  PICKLE_EXTENSIONS as PICKLE_EXTENSIONS_44,
  PIR as PIR_29,
  PLAIN as PLAIN_22,
  PolicyError as PolicyError_5,
  ProtoReader as ProtoReader_9,
  Puller as Puller_43,
  R_HEAD as R_HEAD_21,
  Result as Result_45,
  SHARD_FORM as SHARD_FORM_51,
  SPARK as SPARK_32,
  STRING as STRING_6,
  ScanError as ScanError_8,
  Search as Search_45,
  Sequence as Sequence_45,
  TABLE as TABLE_6,
  TAR_BLOCK as TAR_BLOCK_38,
  TEXT as TEXT_6,
  TEXT_OBJECT as TEXT_OBJECT_6,
  TREE_EXTENSIONS as TREE_EXTENSIONS_32,
  VARINT as VARINT_9,
  Window as Window_45,
  XZ_MAGIC as XZ_MAGIC_43,
  ZFILE_HEADER as ZFILE_HEADER_43,
  ZLIB as ZLIB_22,
  ZLIB_AFTER_TYPE as ZLIB_AFTER_TYPE_22,
  ZSTD_MAGIC as ZSTD_MAGIC_43,
  __commonJS as __commonJS_4,
  __require2 as __require_4,
  __toESM as __toESM_4,
  acceptedBy as acceptedBy_1,
  accountForText as accountForText_45,
  argumentKind as argumentKind_44,
  assessUses as assessUses_52,
  atLeast as atLeast_1,
  availableParallelism as availableParallelism_51,
  beginsLikePayload as beginsLikePayload_44,
  blockReader as blockReader_41,
  buildReport as buildReport_1,
  builtinsIn as builtinsIn_16,
  canStart as canStart_44,
  chains as chains_17,
  classOf as classOf_45,
  closeSync as closeSync_51,
  codeDanger as codeDanger_52,
  codeReaches as codeReaches_42,
  codecSignatures as codecSignatures_43,
  computesAs as computesAs_52,
  concat as concat_10,
  constants as constants_51,
  continued as continued_49,
  countSize as countSize_44,
  counted as counted_45,
  counts as counts_1,
  crc32 as crc32_48,
  createNames as createNames_51,
  createRequire2 as createRequire_46,
  dangerAt as dangerAt_16,
  dangerClause as dangerClause_52,
  dangerIn as dangerIn_16,
  dangers as dangers_16,
  dayOf as dayOf_51,
  decideLinks as decideLinks_51,
  decodeJson as decodeJson_35,
  decodeName as decodeName_44,
  defaultPolicy as defaultPolicy_5,
  describeGate as describeGate_1,
  destinationOf as destinationOf_51,
  dirname as dirname_51,
  discover as discover_51,
  embeddedFormat as embeddedFormat_49,
  encodedPairs as encodedPairs_44,
  escapeCommandData as escapeCommandData_2,
  escapeCommandProperty as escapeCommandProperty_2,
  evaluatesTexts as evaluatesTexts_52,
  exceptionNotices as exceptionNotices_53,
  existsSync as existsSync_51,
  exitCode as exitCode_1,
  extensionOf as extensionOf_51,
  extensionsOf as extensionsOf_49,
  fileIdentifier as fileIdentifier_21,
  fileReport as fileReport_1,
  finding as finding_52,
  fine as fine_52,
  firstPairs as firstPairs_44,
  fixedSize as fixedSize_44,
  formatBytes as formatBytes_1,
  formatSeconds as formatSeconds_1,
  formats as formats_49,
  fstatSync as fstatSync_51,
  furtherMembers as furtherMembers_43,
  gateOf as gateOf_1,
  ggufVersion as ggufVersion_21,
  globMatches as globMatches_5,
  globProblem as globProblem_5,
  graphShape as graphShape_12,
  hasConfigName as hasConfigName_32,
  hasEndRecord as hasEndRecord_44,
  hasExtension as hasExtension_12,
  hasHdf5Signature as hasHdf5Signature_21,
  hasObjectNearRoot as hasObjectNearRoot_34,
  hasProtocol as hasProtocol_44,
  headLikeness as headLikeness_11,
  headerLength as headerLength_7,
  hopReader as hopReader_41,
  hopping as hopping_41,
  inPackage as inPackage_33,
  incompleteFails as incompleteFails_1,
  inflateRaw as inflateRaw_47,
  inflateSmall as inflateSmall_47,
  inflate as inflate_43,
  integerOf as integerOf_45,
  isAbsolute as isAbsolute_51,
  isCacheLink as isCacheLink_51,
  isCalledWhileLoading as isCalledWhileLoading_45,
  isComments as isComments_14,
  isDevice as isDevice_39,
  isGlobal as isGlobal_52,
  isImportable as isImportable_44,
  isInteger as isInteger_45,
  isJudgedByText as isJudgedByText_52,
  isLazy as isLazy_45,
  isLink as isLink_39,
  isListed as isListed_16,
  isMarshalledCode as isMarshalledCode_42,
  isMessage as isMessage_11,
  isMetaGraph as isMetaGraph_12,
  isMetadata as isMetadata_25,
  isModelExtension as isModelExtension_51,
  isModelFormat as isModelFormat_49,
  isName as isName_11,
  isOp as isOp_18,
  isOrdinary as isOrdinary_16,
  isOutward as isOutward_17,
  isPackedCode as isPackedCode_33,
  isStated as isStated_52,
  isSymbol as isSymbol_28,
  isText2 as isText_45,
  isText3 as isText_49,
  isUnsafe as isUnsafe_1,
  isValueClass as isValueClass_52,
  isValuePossible as isValuePossible_45,
  isWhitespace as isWhitespace_51,
  isWithin as isWithin_51,
  join2 as join_51,
  jsonChunks as jsonChunks_3,
  judgeEvaluator as judgeEvaluator_52,
  judgeTakenApart as judgeTakenApart_52,
  keepsPromise as keepsPromise_49,
  kindOf2 as kindOf_51,
  latin1 as latin1_20,
  lazyFlavour as lazyFlavour_45,
  lazyLength as lazyLength_45,
  lazyOffset as lazyOffset_45,
  libraryOf as libraryOf_52,
  linkEscapes as linkEscapes_39,
  linkReason as linkReason_39,
  listsModule as listsModule_52,
  load as load_46,
  looksLikeLzma as looksLikeLzma_43,
  looksLikeTar as looksLikeTar_38,
  lookupDangerous as lookupDangerous_52,
  lookupSafe as lookupSafe_52,
  lookup as lookup_52,
  lstatSync as lstatSync_51,
  memberPath as memberPath_1,
  members as members_43,
  memorySource as memorySource_10,
  mentionsModel as mentionsModel_15,
  mentions as mentions_45,
  metaGraphShape as metaGraphShape_12,
  metadataShape as metadataShape_13,
  mkdirSync as mkdirSync_51,
  mkdtempSync as mkdtempSync_51,
  modelFormats as modelFormats_49,
  modelShape as modelShape_27,
  modelShape2 as modelShape_31,
  moduleAliases as moduleAliases_16,
  nameIn as nameIn_12,
  namesOf3 as namesOf_52,
  netShape as netShape_26,
  nextChunk as nextChunk_43,
  now as now_53,
  once as once_16,
  opcodeName as opcodeName_44,
  opcodes as opcodes_44,
  openSync as openSync_51,
  ownJudges as ownJudges_0,
  paddingLength as paddingLength_23,
  paid as paid_47,
  parseBaseline as parseBaseline_53,
  parseEnd64 as parseEnd64_44,
  parseEnd as parseEnd_44,
  parseLocator64 as parseLocator64_44,
  parseLooseJson as parseLooseJson_35,
  parseShard as parseShard_51,
  parseTarHeader as parseTarHeader_38,
  payloadIn as payloadIn_44,
  pieces as pieces_43,
  placeOf as placeOf_1,
  plainType as plainType_40,
  planShard as planShard_51,
  plural as plural_1,
  policyEntry as policyEntry_52,
  prefilterOf as prefilterOf_11,
  probePassed as probePassed_51,
  probeSource as probeSource_51,
  probeStream as probeStream_51,
  probeToTheEnd as probeToTheEnd_51,
  programShape as programShape_29,
  promisesModel as promisesModel_51,
  python2Modules as python2Modules_16,
  pythonTokens as pythonTokens_18,
  quote as quote_44,
  rStart as rStart_21,
  reachesOf as reachesOf_42,
  readFileSync as readFileSync_51,
  readMarshal as readMarshal_42,
  readSync as readSync_51,
  readZip as readZip_44,
  readdirSync as readdirSync_51,
  realpathSync as realpathSync_51,
  recordLayout as recordLayout_19,
  reexports as reexports_16,
  relative as relative_51,
  rememberPrefix as rememberPrefix_49,
  renameSync as renameSync_51,
  renames as renames_52,
  renderCall as renderCall_52,
  renderMutation as renderMutation_52,
  renderValue as renderValue_52,
  repeatable as repeatable_37,
  resolve as resolve_51,
  rmSync as rmSync_51,
  ruleFor as ruleFor_52,
  ruleOf as ruleOf_0,
  ruleUrl as ruleUrl_1,
  rules as rules_0,
  runMachine as runMachine_45,
  runningMethods as runningMethods_16,
  safeHtml as safeHtml_2,
  safeJson as safeJson_2,
  safeMarkdown as safeMarkdown_2,
  safe as safe_2,
  savedModelShape as savedModelShape_13,
  scanFiles as scanFiles_53,
  sep as sep_51,
  setsState as setsState_52,
  severities as severities_0,
  sha256OfSource as sha256OfSource_51,
  sha256OfText as sha256OfText_51,
  sha256 as sha256_51,
  sizesOf2 as sizesOf_51,
  skipping as skipping_43,
  slice as slice_10,
  sourceUses as sourceUses_18,
  startsCompressed as startsCompressed_44,
  startsJava as startsJava_21,
  startsLikeLazyLoad as startsLikeLazyLoad_22,
  startsLikeLmdb as startsLikeLmdb_21,
  startsLikeSevenZip as startsLikeSevenZip_21,
  startsLikeSqliteLog as startsLikeSqliteLog_21,
  startsLikeSqlite as startsLikeSqlite_21,
  startsLikeZip as startsLikeZip_44,
  startsSkippable as startsSkippable_43,
  startsWithShortMagic as startsWithShortMagic_44,
  startsWith as startsWith_43,
  statSync as statSync_51,
  textOf as textOf_45,
  text as text_38,
  tmpdir as tmpdir_51,
  toStream as toStream_43,
  toText as toText_3,
  tooMuchJson as tooMuchJson_34,
  u16be as u16be_19,
  u16le as u16le_19,
  u32be as u32be_19,
  u32le as u32le_19,
  u64le as u64le_19,
  unsafePath as unsafePath_39,
  verdictText as verdictText_1,
  version as version_53,
  wellFormed as wellFormed_2,
  wholeText as wholeText_36,
  whyUnread as whyUnread_51,
  withCachedTail as withCachedTail_10,
  withGate as withGate_5,
  withSettings as withSettings_5,
  withSuppressed as withSuppressed_1,
  withoutFindings as withoutFindings_1,
  words2 as words_52,
  worstFirst as worstFirst_1,
  writeBaseline as writeBaseline_53,
  writeFileSync as writeFileSync_51,
  writeSync as writeSync_51,
  zlib as zlib_46
};
