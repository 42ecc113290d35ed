// Java, Ruby, JavaScript, Perl and PHP classes known from deserialization attacks.
/** Classes and tags through which YAML and JSON loaders of other languages run code. `name` matches the dotted name. */
const GADGETS: readonly { readonly name: RegExp; readonly does: string }[] = [
  // SnakeYAML, CVE-2022-1471 (also CVE-2023-43654 of TorchServe): a service loader that downloads a jar.
  { name: /^javax\.script\.ScriptEngineManager$/, does: 'downloads and runs Java code from a URL' },
  { name: /^java\.net\.(?:URLClassLoader|URL)$/, does: 'downloads Java code' },
  { name: /^java\.lang\.(?:Runtime|ProcessBuilder|ClassLoader)\b/, does: 'runs programs' },
  { name: /^com\.sun\.rowset\.JdbcRowSetImpl$/, does: 'downloads Java code through JNDI' },
  { name: /^com\.sun\.org\.apache\.(?:xalan|bcel)\./, does: 'runs Java code in the file' },
  { name: /^org\.apache\.commons\.(?:collections4?\.functors|configuration2?|beanutils)\./, does: 'calls any Java method' },
  { name: /^org\.springframework\.(?:beans\.factory|context\.support|aop|jndi)\./, does: 'calls any Java method or downloads code' },
  { name: /^com\.mchange\.v2\.c3p0\./, does: 'downloads Java code from a URL' },
  { name: /^javax\.management\./, does: 'connects to the Java management server' },
  { name: /^org\.codehaus\.groovy\.runtime\./, does: 'runs Groovy code' },
  // Psych, CVE-2013-0156 and later gadget chains.
  {
    name: /^(?:Gem\.(?:Installer|Requirement|SpecFetcher|Package\.\w+)|ERB|Net\.(?:BufferedIO|WriteAdapter)|ActionController\.\w+)/,
    does: 'starts a gadget chain that runs Ruby code',
  },
  // js-yaml before version 4 builds a function from the text.
  { name: /^js\/function$/, does: 'builds a JavaScript function from text' },
  { name: /^perl\/code$/, does: 'builds a Perl function from text' },
  { name: /^php\/object$/, does: 'unserializes a PHP object' },
]

/** Returns what building an object of this class does, undefined for classes that are not gadgets. */
export function otherLanguageDanger(name: string): string | undefined {
  return GADGETS.find((row) => row.name.test(name))?.does
}
