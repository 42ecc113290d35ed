import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/policy/rules/code.ts
var codeRules = [
  {
    id: "code/bytecode",
    severity: "high",
    title: "The model carries Python bytecode",
    description: "Compiled functions travel inside the file and run when the model is loaded or used; nobody reviews bytecode.",
    help: "Have the model saved without functions (weights and a configuration), with its code in a reviewed package.",
    cwe: [94, 502]
  },
  {
    id: "code/dangerous",
    severity: "critical",
    title: "Code in the model reaches out of it",
    description: "Code that travels in the model uses functions that run programs or other code, or reach files or the network.",
    help: "Do not load this file. Read the named functions\u2019 use; have the model exported again without code.",
    cwe: [94, 506]
  },
  {
    id: "code/native",
    severity: "high",
    title: "The model carries native code",
    description: "A shared library or program is packed in the model. Loaders map such members into the process and run them.",
    help: "Build native code from reviewed source instead, or scan and sign it by other means and allow the file in the policy.",
    cwe: [94, 829]
  },
  {
    id: "code/other-runtime",
    severity: "high",
    title: "The model carries code for another runtime",
    description: "Code for Lua, R, JavaScript or the Java virtual machine travels in the file and can run when it is loaded.",
    help: "Load the file in an isolated process only; have the model exported to a format that holds data alone.",
    cwe: [94, 502]
  },
  {
    id: "code/r-functions",
    severity: "medium",
    title: "The model carries R functions",
    description: "R objects such as fitted models often carry functions. They run when the model is used, not when it is loaded.",
    help: "Read the functions in R without calling them, or ask for the numbers of the model alone.",
    cwe: [829]
  },
  {
    id: "code/other-runtime-class",
    severity: "medium",
    title: "The model names classes of the Java virtual machine",
    description: "Serialized Java objects or classes are in the file. None of them is known to be a gadget, but deserializing runs their methods.",
    help: "Load the file with a deserialization filter that lists the expected classes.",
    cwe: [502]
  },
  {
    id: "code/python-source",
    severity: "medium",
    title: "The model carries source code",
    description: "Source files are packed with the model. They run only where somebody imports or runs them.",
    help: "Review them like any other code of a pull request.",
    cwe: [829]
  },
  {
    id: "code/python-source-runs",
    severity: "high",
    title: "Source code in the model is run",
    description: "Python source in the file runs when the model is loaded or served, or does more than compute when it is used.",
    help: "Review the source; allow the file in the policy by its hash once it is trusted.",
    cwe: [94, 829]
  },
  {
    id: "code/torchscript-io",
    severity: "high",
    title: "TorchScript does more than compute",
    description: "The program in a TorchScript file uses operators that read or write files, or classes and operators of other libraries.",
    help: "Find out why the model needs them; a network needs none.",
    cwe: [94]
  }
];

// src/policy/rules/config.ts
var configRules = [
  {
    id: "config/custom-class",
    severity: "medium",
    title: "A configuration names a class of somebody\u2019s own",
    description: "The loader imports a class or function of a package that is not known, and builds or calls it.",
    help: "Review the named package, pin it, and allow the name in the policy.",
    cwe: [470]
  },
  {
    id: "config/dangerous-reference",
    severity: "critical",
    title: "A configuration names a dangerous function",
    description: "Loading resolves a name from the configuration to a function that runs code or programs, or reaches files or the network.",
    help: "Do not load this file. No model needs such a name: treat it as hostile.",
    cwe: [470, 502, 94]
  },
  {
    id: "config/external-code",
    severity: "high",
    title: "A configuration brings code from elsewhere",
    description: "Loading imports Python files from the model\u2019s folder or from another repository and runs them.",
    help: "Review that code, pin the revision, or use a model of a class that the library ships.",
    cwe: [829, 94]
  },
  {
    id: "config/remote-requirement",
    severity: "medium",
    title: "A requirement comes from outside the package index",
    description: "The model\u2019s environment installs a package from a URL, a repository or an index of its own.",
    help: "Pin a released version from an index that you trust, with a hash.",
    cwe: [829, 494]
  },
  {
    id: "config/unlisted-reference",
    severity: "high",
    title: "A configuration names something that models do not need",
    description: "The name is importable and is not among the layers, functions and classes that such configurations name.",
    help: "Find out why the configuration names it; allow it in the policy if it is harmless.",
    cwe: [470]
  }
];

// src/policy/rules/containers.ts
var containersRules = [
  {
    id: "archive/unsafe-path",
    severity: "high",
    title: "Archive member escapes its folder",
    description: "A member is named so that a naive extractor writes outside the target folder (.., an absolute path, a drive, a link).",
    help: "Rebuild the archive with plain relative names.",
    cwe: [22, 59]
  },
  {
    id: "zip/duplicate-entry",
    severity: "high",
    title: "Two zip entries answer to one name",
    description: "Readers disagree on which of them they load, so that a reviewer can be shown the other one.",
    help: "Rebuild the archive.",
    cwe: [436]
  },
  {
    id: "zip/header-mismatch",
    severity: "medium",
    title: "A zip entry contradicts itself",
    description: "The entry\u2019s two headers differ (checksum, flags, method or size). Strict readers refuse it, PyTorch loads it.",
    help: "Rebuild the archive; find out what wrote it.",
    cwe: [436]
  },
  {
    id: "zip/hidden-entry",
    severity: "medium",
    title: "The zip holds an entry that its directory does not list",
    description: "Readers that stream see it, readers that use the directory do not.",
    help: "Rebuild the archive.",
    cwe: [436]
  },
  {
    id: "zip/irregular-structure",
    severity: "medium",
    title: "The zip\u2019s outer structure is irregular",
    description: "Bytes before or after the archive, or contradicting end records: tools disagree on what the file is.",
    help: "Rebuild the archive.",
    cwe: [436]
  },
  {
    id: "zip/name-mismatch",
    severity: "high",
    title: "A zip entry has two different names",
    description: "The local header and the directory name the entry differently. Strict readers refuse it, PyTorch loads it.",
    help: "Treat the file as hostile: no tool writes this by accident.",
    cwe: [436]
  }
];

// src/policy/rules/files.ts
var filesRules = [
  {
    id: "files/external-path",
    severity: "high",
    title: "The model names a file outside its folder",
    description: "A path in the model is absolute, climbs out of the folder or is a URL. Loading reads, or fetches, what it names, on the machine that loads.",
    help: "Refuse the model, or have it written again with its data beside it.",
    cwe: [22, 73]
  },
  {
    id: "files/external-data",
    severity: "medium",
    title: "The model reads data from another file",
    description: "The file takes part of its data from another file by name. What that file holds is decided where the model is loaded.",
    help: "Store the data in the model itself, or check the named file as well.",
    cwe: [73]
  },
  {
    id: "files/overlap",
    severity: "medium",
    title: "Parts of the file overlap",
    description: "Two entries claim the same bytes. No library writes that; readers disagree on it or break.",
    help: "Write the file again with the library that made it.",
    cwe: [119, 436]
  },
  {
    id: "files/out-of-bounds",
    severity: "high",
    title: "The file points outside itself",
    description: "An entry lies behind the end of the file, or its size contradicts its shape. Readers without a check read or write foreign memory.",
    help: "Fetch the file again; if it is the same, do not load it.",
    cwe: [125, 787]
  },
  {
    id: "files/duplicate-key",
    severity: "high",
    title: "A key stands twice in the header",
    description: "Readers take the first or the last of two equal keys, so that what one of them checks is not what another one loads.",
    help: "Write the file again with the library that made it.",
    cwe: [436, 694]
  },
  {
    id: "files/bad-header",
    severity: "medium",
    title: "The header contradicts the format",
    description: "A value in the header is one that the format does not allow and that its library does not write.",
    help: "Write the file again with the library that made it.",
    cwe: [1284]
  },
  {
    id: "files/shape-bomb",
    severity: "high",
    title: "The file declares a shape that exhausts memory",
    description: "A declared shape or size is far beyond the data that are there. Loading allocates it first.",
    help: "Do not load the file.",
    cwe: [789, 400]
  },
  {
    id: "files/gap",
    severity: "medium",
    title: "Bytes of the file belong to no entry",
    description: "The header leaves out a part of the file. Readers of the format refuse it or pass over it; something can be hidden there. ModelGate looks at it as a file of its own.",
    help: "Write the file again with the library that made it.",
    cwe: [1284]
  },
  {
    id: "files/trailing-bytes",
    severity: "medium",
    title: "Bytes follow the end of the file\u2019s format",
    description: "The format ends before the file does. Something else can be hidden there. ModelGate looks at it as a file of its own.",
    help: "Find out what they are, or write the file again.",
    cwe: [1284]
  },
  {
    id: "files/padding",
    severity: "low",
    title: "Bytes follow the end of the array",
    description: "A file of one array ends later than the array. Loaders read arrays one after the other, so that this can be a second one.",
    help: "Nothing, if the file is meant to hold several arrays.",
    cwe: []
  },
  {
    id: "files/extension-mismatch",
    severity: "medium",
    title: "The file is not what its name says",
    description: "The content is of another format than the extension. Tools that choose by the name check one thing, and loaders that look at the content load another.",
    help: "Rename the file to what it is.",
    cwe: [434, 646]
  },
  {
    id: "files/doctype",
    severity: "high",
    title: "The XML file has a document type declaration",
    description: "Entities of a document type read files, fetch URLs or expand without end in parsers that resolve them. Model files have no use for one.",
    help: "Remove the declaration, or refuse the file.",
    cwe: [611, 776]
  }
];

// src/policy/rules/graph.ts
var graphRules = [
  {
    id: "graph/checkpoint-path",
    severity: "medium",
    title: "A graph reads a checkpoint from a fixed path",
    description: "An operation reads tensors from a path outside of the model that the graph itself fixes. Savers get their path from the loader.",
    help: "Export the model again with its weights in it; find out what the path is.",
    cwe: [73]
  },
  {
    id: "graph/compiled-kernel",
    severity: "medium",
    title: "A graph carries compiled code for an accelerator",
    description: "Part of the model is a compiled engine for one runtime. Nobody can say what is in it without that runtime.",
    help: "Ask for the model it was compiled from, and compile it yourself.",
    cwe: [506]
  },
  {
    id: "graph/custom-op",
    severity: "medium",
    title: "A graph uses an operation of somebody\u2019s own",
    description: "The operation is none of the framework\u2019s. Running the model needs a library or class that provides it, and runs its code.",
    help: "Check the library that provides it; allow the operation in the policy if it is yours.",
    cwe: [829]
  },
  {
    id: "graph/file-access",
    severity: "high",
    title: "A graph reads or writes files",
    description: "An operation of the graph opens files of the machine that runs the model. Models do not need that: their input is given to them.",
    help: "Do not run the model before you know why it is there; have it exported again without input pipelines.",
    cwe: [73, 552]
  },
  {
    id: "graph/native-call",
    severity: "high",
    title: "A graph calls native code by name or address",
    description: "An operation calls a function of the process by its name, or through an address that the file gives.",
    help: "Treat the file as hostile until its author explains it.",
    cwe: [822, 829]
  },
  {
    id: "graph/network",
    severity: "high",
    title: "A graph talks to other machines",
    description: "An operation of the graph sends data to another process or server, or fetches data from one.",
    help: "Do not run the model before you know where its data go.",
    cwe: [918, 201]
  },
  {
    id: "graph/python-layer",
    severity: "high",
    title: "A layer is a Python class",
    description: "Loading the network imports a Python module by name, or calls a Python operator of the loading program, as a layer of the network.",
    help: "Review the module with the model; replace the layer by one of the framework\u2019s own.",
    cwe: [829, 470]
  },
  {
    id: "graph/python-op",
    severity: "critical",
    title: "A graph calls Python",
    description: "An operation of the graph calls a Python function of the loading process: what it does is not in the graph, and can be anything.",
    help: "Do not load the model. Have it exported again without Python operations.",
    cwe: [94, 913]
  }
];

// src/policy/rules/pickle.ts
var pickleRules = [
  {
    id: "pickle/dangerous-call",
    severity: "critical",
    title: "Loading runs a dangerous function",
    description: "Unpickling calls a function that can run code or programs, or reach files or the network.",
    help: "Do not load this file. Ask where it comes from; have its weights exported again as safetensors.",
    cwe: [502, 94]
  },
  {
    id: "pickle/dangerous-import",
    severity: "high",
    title: "Loading imports a dangerous function",
    description: "Unpickling imports a function that can run code or programs, or reach files or the network; no call of it was seen.",
    help: "Do not load this file before you know why the name is in it: an imported function can be called later.",
    cwe: [502]
  },
  {
    id: "pickle/discarded-call",
    severity: "high",
    title: "A call is made only for its effect",
    description: "The result of a call is thrown away at once. Picklers never write that; hand-made payloads do.",
    help: "Look at the call: its effect is the only reason for it to be there.",
    cwe: [502]
  },
  {
    id: "pickle/dynamic-call",
    severity: "high",
    title: "A computed value is called",
    description: "Unpickling calls something that the program itself worked out, so that nobody can say what runs without running it.",
    help: "Treat the file as hostile until its author explains it.",
    cwe: [502, 913]
  },
  {
    id: "pickle/dynamic-global",
    severity: "high",
    title: "The name of an import is computed",
    description: "The name to be imported is no literal of the file. Picklers always write literals.",
    help: "Treat the file as hostile until its author explains it.",
    cwe: [502, 913]
  },
  {
    id: "pickle/expansion",
    severity: "medium",
    title: "A small file builds a huge object",
    description: "Nested copies of one object double its size at each step (\u201Cbillion laughs\u201D): printing or copying the object exhausts memory.",
    help: "Do not load the file in a process that matters.",
    cwe: [409, 776]
  },
  {
    id: "pickle/extension-code",
    severity: "high",
    title: "A copyreg extension code is used",
    description: "The callable comes from a registry of the loading process, so that the file does not say what it is.",
    help: "Write the file again without extension codes.",
    cwe: [502, 913]
  },
  {
    id: "pickle/first-party-class",
    severity: "low",
    title: "A class of this repository is built",
    description: "Loading imports a class or function that a source file of the checkout defines. It runs code that was reviewed like all other code here.",
    help: "Nothing to do. Allow the name in the policy to hide this: allow: [module.Class].",
    cwe: [502]
  },
  {
    id: "pickle/frame-straddle",
    severity: "high",
    title: "An opcode crosses the end of a frame",
    description: "Python versions disagree about what follows, so that a scanner can be shown another program than the one that runs.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 436]
  },
  {
    id: "pickle/huge-memo-index",
    severity: "medium",
    title: "A memo index is absurdly large",
    description: "Older Python versions allocate memory up to the index before they read on.",
    help: "Do not load the file in a process that matters.",
    cwe: [770]
  },
  {
    id: "pickle/mutated-global",
    severity: "high",
    title: "An imported object is changed",
    description: "Unpickling writes attributes or items of an imported function, class or module itself, which changes the program that loads the file.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 915]
  },
  {
    id: "pickle/nested-payload",
    severity: "medium",
    title: "A constant of the pickle holds a dangerous payload",
    description: "Bytes or text inside the pickle are a pickle, archive or code of their own that is dangerous to load. No call that loads them was seen in the file.",
    help: "Find out which program takes the constant out and loads it; data has no reason to look so.",
    cwe: [502]
  },
  {
    id: "pickle/odd-name",
    severity: "high",
    title: "An imported name has characters that hide it",
    description: "A module or function name holds a NUL or control character. Some Python versions cut the name there and import something else.",
    help: "Treat the file as hostile: no pickler writes this.",
    cwe: [502, 158]
  },
  {
    id: "pickle/out-of-band-buffer",
    severity: "low",
    title: "Data is expected from outside the file",
    description: "A protocol 5 buffer is not in the file; what is loaded depends on what the caller passes.",
    help: "Check the file together with the code that loads it.",
    cwe: []
  },
  {
    id: "pickle/persistent-id",
    severity: "medium",
    title: "An object comes from outside the file",
    description: "A persistent id asks the loading program for an object; what comes back depends on that program.",
    help: "Check the file together with the code that loads it.",
    cwe: [502]
  },
  {
    id: "pickle/trailing-bytes",
    severity: "low",
    title: "Bytes follow the end of the pickle",
    description: "A single load leaves these bytes unread; they were scanned like a file of their own.",
    help: "Write the file again without them.",
    cwe: []
  },
  {
    id: "pickle/unknown-class",
    severity: "medium",
    title: "A class of an unknown package is built",
    description: "Loading imports the package and builds an instance of the class, which runs its code. The package is not one ModelGate knows.",
    help: "If the class is yours or trusted, allow it in the policy: allow: [module.Class].",
    cwe: [502]
  },
  {
    id: "pickle/unlisted-call",
    severity: "high",
    title: "Loading calls a function that is not known to be safe",
    description: "Unpickling calls a function that is on no list of functions that only build data.",
    help: "Find out what the function does with these arguments; allow it in the policy if it is harmless.",
    cwe: [502]
  },
  {
    id: "pickle/unlisted-import",
    severity: "high",
    title: "Loading imports a name that data never needs",
    description: "A name of the standard library or of a well-known library is imported that is not among those that real models use.",
    help: "Find out why the file needs it; allow it in the policy if it is harmless.",
    cwe: [502]
  },
  {
    id: "pickle/unsafe-arguments",
    severity: "high",
    title: "A helper is called with arguments that make it dangerous",
    description: "The function is harmless in the form that picklers write, but not with the arguments given here.",
    help: "Compare the call with what the library itself writes; treat a difference as hostile.",
    cwe: [502]
  }
];

// src/policy/rules/policy.ts
var policyRules = [
  {
    id: "policy/unapproved-format",
    severity: "high",
    title: "The model is of a format that the policy does not approve",
    description: "The policy names the formats that models may have, and the bytes of this file are of another one.",
    help: "Convert the model to an approved format, or add the format to approved-formats if the team wants it.",
    cwe: []
  }
];

// src/policy/rules/scan.ts
var scanRules = [
  {
    id: "scan/incomplete",
    severity: "high",
    title: "Not everything could be read",
    description: "Part of the file was not read (truncated, encrypted, unsupported, a limit, a Git LFS pointer), so that it is not known to be clean.",
    help: "See the detail of the result; by default the gate fails.",
    cwe: []
  }
];

// src/policy/rules/template.ts
var templateRules = [
  {
    id: "template/injection",
    severity: "critical",
    title: "A chat template reaches into the Python interpreter",
    description: "The template uses attributes or calls that lead from a value to arbitrary Python code. Libraries that render it without a sandbox run that code at the first message.",
    help: "Do not use this model. Compare its template with the one the author publishes.",
    cwe: [1336, 94]
  },
  {
    id: "template/hidden-name",
    severity: "high",
    title: "A chat template hides the name of an attribute",
    description: "The template works out the name of an attribute from texts of its own, in a way that cannot be followed without running it. Templates that fill in messages write such names out.",
    help: "Do not use this model before somebody has read its template, or render it in a sandbox only.",
    cwe: [1336, 94]
  },
  {
    id: "template/include",
    severity: "high",
    title: "A chat template loads other templates",
    description: "The template uses import, include, from or extends. Chat templates stand alone; a loader that follows such a tag reads a file that the template names.",
    help: "Ask for a template without these tags, or write the included text into it.",
    cwe: [1336]
  },
  {
    id: "template/unparsable",
    severity: "medium",
    title: "A chat template could not be followed",
    description: "The template is no valid Jinja, or it works out names that only running it could tell, so that nothing is known of what it does.",
    help: "Read the template by hand, or render it in a sandbox only.",
    cwe: [1336]
  }
];

// src/policy/rules.ts
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
var rules = [...table].sort((a, b) => a.id < b.id ? -1 : 1);
var byId = new Map(rules.map((rule) => [rule.id, rule]));
function ruleOf(id) {
  const rule = byId.get(id);
  if (!rule) throw new Error(`unknown rule ${id}`);
  return rule;
}

export {
  rules,
  ruleOf
};
