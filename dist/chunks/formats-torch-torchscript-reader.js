import {
  ScanError_8 as ScanError
} from "./core.js";
import {
  pythonNames
} from "./shared-lang-python-tokens.js";

// src/formats/torch/torchscript/reader.ts
var MAX_PROGRAM = 16 * 1024 * 1024;
var FILE_OPERATORS = /* @__PURE__ */ new Set([
  "torch.save",
  "torch.load",
  "torch.from_file",
  "aten.save",
  "aten.from_file",
  "ops.aten.save",
  "ops.aten.from_file"
]);
var KNOWN_NAMESPACES = new Set(
  `aten prim prims quantized _quantized quantized_decomposed mkldnn mkldnn_prepacked onednn xnnpack prepacked vulkan vulkan_prepack metal
  metal_prepack rngprim cuda cudnn sparse static_runtime rnn inductor profiler torchvision torchaudio image _test llama dnnl fbgemm`.split(
    /\s+/
  )
);
var scanTorchscript = ({ input, path, hints }, scan) => {
  if (hints?.source !== "torchscript") return "not-this-format";
  if (input.kind === "stream") throw new ScanError("unsupported", "TorchScript cannot be read from a stream");
  if (input.size > MAX_PROGRAM)
    scan.observe({ kind: "incomplete", why: "limit", detail: `only the first ${MAX_PROGRAM} bytes of TorchScript were read` });
  const text = new TextDecoder(scan.probe.name === "bytecode.pkl" ? "latin1" : "utf-8").decode(
    input.read(0, Math.min(input.size, MAX_PROGRAM))
  );
  scan.account.read(0, MAX_PROGRAM);
  const reaches = [...scan.probe.name === "bytecode.pkl" ? operatorsOf(text) : namesOf(text)].sort().slice(0, 64);
  scan.observe({ kind: "shipped-code", language: "torchscript", carrier: path[path.length - 1] ?? "", runs: "use", reaches, offset: 0 });
  return void 0;
};
function namesOf(text) {
  const found = /* @__PURE__ */ new Set();
  for (const { text: name } of pythonNames(text).chains) {
    if (FILE_OPERATORS.has(name)) found.add(name);
    const [first, second, third, fourth] = name.split(".");
    if (first === "ops" && second !== void 0 && !KNOWN_NAMESPACES.has(second)) found.add(name);
    if (first === "__torch__" && second === "torch" && third === "classes" && !KNOWN_NAMESPACES.has(fourth ?? "")) found.add(name);
  }
  return found;
}
function operatorsOf(text) {
  const found = /* @__PURE__ */ new Set();
  for (const [, namespace = "", name = ""] of text.matchAll(/([a-z_]\w{1,40})::(\w{1,60})/gi)) {
    const operator = `${namespace}.${name}`;
    if (FILE_OPERATORS.has(operator) || !KNOWN_NAMESPACES.has(namespace)) found.add(operator);
  }
  for (const [name, namespace = ""] of text.matchAll(/__torch__\.torch\.classes\.(\w{1,40})\.\w{1,60}/g))
    if (!KNOWN_NAMESPACES.has(namespace)) found.add(name);
  return found;
}
export {
  scanTorchscript
};
