import {
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/java.ts
var CLASS_DESCRIPTOR = 114;
var PROXY_DESCRIPTOR = 125;
var SERIAL_VERSION = 8;
var FLAGS = 31;
var MAX_INTERFACES = 63;
var MAX_NAME = 1024;
var PIECE = 1 << 20;
var OVERLAP = 4096;
var NAME = /^(?:\[+[BCDFIJSZ]|\[*L[\p{L}\p{N}_$./-]+;|[\p{L}_$][\p{L}\p{N}_$./-]*)$/u;
function findJavaClasses(source, found, tick) {
  for (let base = 0; base < source.size; base += PIECE) {
    tick();
    const bytes = source.read(base, PIECE + OVERLAP);
    const end = Math.min(PIECE, bytes.length);
    for (let at = bytes.indexOf(CLASS_DESCRIPTOR); at >= 0 && at < end; at = bytes.indexOf(CLASS_DESCRIPTOR, at + 1)) {
      const name = readName(bytes, at + 1);
      const after = at + 3 + (name?.length ?? 0);
      if (name && (bytes[after + SERIAL_VERSION] ?? 255) <= FLAGS) found({ name: name.text, offset: base + at });
    }
    for (let at = bytes.indexOf(PROXY_DESCRIPTOR); at >= 0 && at < end; at = bytes.indexOf(PROXY_DESCRIPTOR, at + 1)) {
      const count = bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0 ? bytes[at + 4] ?? 0 : 0;
      const name = count > 0 && count <= MAX_INTERFACES ? readName(bytes, at + 5) : void 0;
      if (name?.text.includes(".")) found({ name: `proxy of ${name.text}`, offset: base + at });
    }
  }
}
function readName(bytes, at) {
  const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  if (length === 0 || length > MAX_NAME || at + 2 + length > bytes.length) return void 0;
  const text = modifiedUtf8(bytes.subarray(at + 2, at + 2 + length));
  return text !== void 0 && NAME.test(text) ? { text: text.replace(/^\[*L(.*);$/, "$1"), length } : void 0;
}
function modifiedUtf8(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    if (one < 128) {
      if (one < 32) return void 0;
      text += String.fromCharCode(one);
      at++;
    } else if (one >> 5 === 6 && two >> 6 === 2) {
      text += String.fromCharCode((one & 31) << 6 | two & 63);
      at += 2;
    } else if (one >> 4 === 14 && two >> 6 === 2 && three >> 6 === 2) {
      text += String.fromCharCode((one & 15) << 12 | (two & 63) << 6 | three & 63);
      at += 3;
    } else return void 0;
  }
  return text;
}

// src/formats/runtime/java/gadgets.ts
var GADGETS = [
  ["org.apache.commons.collections.functors.", "calls methods by name"],
  ["org.apache.commons.collections4.functors.", "calls methods by name"],
  ["org.apache.commons.collections.map.LazyMap", "calls a factory on access"],
  ["org.apache.commons.collections4.map.LazyMap", "calls a factory on access"],
  ["org.apache.commons.collections.keyvalue.TiedMapEntry", "reads a map when it is hashed"],
  ["org.apache.commons.collections4.keyvalue.TiedMapEntry", "reads a map when it is hashed"],
  ["org.apache.commons.collections4.comparators.TransformingComparator", "calls a transformer when it compares"],
  ["org.apache.commons.beanutils.BeanComparator", "calls getters by name"],
  ["org.apache.commons.fileupload.disk.DiskFileItem", "writes files"],
  ["org.apache.xalan.xsltc.trax.TemplatesImpl", "defines classes from bytes"],
  ["com.sun.org.apache.xalan.internal.xsltc.trax.", "defines classes from bytes"],
  ["com.sun.org.apache.bcel.", "defines classes from bytes"],
  ["com.sun.rowset.JdbcRowSetImpl", "looks names up over the network"],
  ["com.sun.syndication.feed.impl.", "calls getters by name"],
  ["com.rometools.rome.feed.impl.", "calls getters by name"],
  ["com.mchange.v2.c3p0.", "loads classes over the network"],
  ["com.vaadin.data.util.", "calls getters by name"],
  ["org.codehaus.groovy.runtime.", "calls methods by name"],
  ["groovy.lang.", "runs Groovy"],
  ["bsh.", "runs BeanShell"],
  ["clojure.", "runs Clojure"],
  ["org.python.core.", "runs Python"],
  ["org.mozilla.javascript.", "runs JavaScript"],
  ["ognl.", "runs expressions"],
  ["org.mvel2.", "runs expressions"],
  ["org.springframework.", "calls methods by name"],
  ["org.hibernate.", "calls getters by name"],
  ["org.jboss.interceptor.", "calls methods by name"],
  ["org.jboss.weld.interceptor.", "calls methods by name"],
  ["org.apache.wicket.util.upload.DiskFileItem", "writes files"],
  ["org.apache.myfaces.", "runs expressions"],
  ["org.apache.click.control.", "calls getters by name"],
  ["org.aspectj.weaver.tools.cache.", "writes files"],
  ["net.sf.json.JSONObject", "calls getters by name"],
  ["java.beans.EventHandler", "calls methods by name"],
  ["java.lang.ProcessBuilder", "runs programs"],
  ["java.lang.Runtime", "runs programs"],
  ["java.lang.reflect.", "calls methods by name"],
  ["java.lang.invoke.SerializedLambda", "calls a method of another class"],
  ["java.net.URLClassLoader", "loads classes over the network"],
  ["java.net.URL", "looks a host up when it is hashed"],
  ["java.rmi.", "opens network connections"],
  ["java.security.SignedObject", "contains another object stream"],
  ["javax.management.BadAttributeValueExpException", "calls toString of any object"],
  ["javax.management.remote.", "opens network connections"],
  ["javax.naming.", "looks names up over the network"],
  ["javax.script.", "runs scripts"],
  ["javax.swing.event.EventListenerList", "calls toString of any object"],
  ["javax.xml.transform.Templates", "defines classes from bytes"],
  ["sun.reflect.annotation.AnnotationInvocationHandler", "calls methods of a map"],
  ["sun.rmi.", "opens network connections"],
  ["proxy of ", "sends every call to a handler that the stream chooses"]
];
function isGadget(name) {
  return GADGETS.some(([prefix]) => name.startsWith(prefix));
}

// src/formats/runtime/java/reader.ts
var MAX_SHOWN = 20;
var scanJava = ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "Java objects cannot be read from a stream");
  const gadgets = /* @__PURE__ */ new Map();
  let first;
  findJavaClasses(
    input,
    ({ name, offset }) => {
      first ??= name;
      if (isGadget(name) && gadgets.size < MAX_SHOWN && !gadgets.has(name)) gadgets.set(name, offset);
    },
    () => scan.budget.checkTime()
  );
  scan.account.read();
  scan.observe({
    kind: "shipped-code",
    language: "java",
    carrier: `a Java object${first === void 0 ? "" : ` of ${first}`}`,
    runs: "load",
    reaches: [...gadgets.keys()],
    offset: [...gadgets.values()][0] ?? 0
  });
};
export {
  scanJava
};
