// Java, Ruby, JavaScript, Perl and PHP classes known from deserialization attacks.
/** Classes and tags of other languages through which readers of YAML and JSON have been made to run code. `name` is matched with its dots. */
const GADGETS: readonly { readonly name: RegExp; readonly does: string }[] = [
  // SnakeYAML, CVE-2022-1471 (TorchServe's CVE-2023-43654 among others): a service loader that fetches a jar.
  { name: /^javax\.script\.ScriptEngineManager$/, does: 'loads and runs Java code from an address' },
  { name: /^java\.net\.(?:URLClassLoader|URL)$/, does: 'reaches the network for Java code' },
  { name: /^java\.lang\.(?:Runtime|ProcessBuilder|ClassLoader)\b/, does: 'runs programs' },
  { name: /^com\.sun\.rowset\.JdbcRowSetImpl$/, does: 'fetches Java code through JNDI' },
  { name: /^com\.sun\.org\.apache\.(?:xalan|bcel)\./, does: 'runs Java code that the file carries' },
  { name: /^org\.apache\.commons\.(?:collections4?\.functors|configuration2?|beanutils)\./, does: 'calls any Java method' },
  { name: /^org\.springframework\.(?:beans\.factory|context\.support|aop|jndi)\./, does: 'calls any Java method or fetches code' },
  { name: /^com\.mchange\.v2\.c3p0\./, does: 'fetches Java code from an address' },
  { name: /^javax\.management\./, does: 'reaches the Java management server' },
  { name: /^org\.codehaus\.groovy\.runtime\./, does: 'runs Groovy code' },
  // Psych, CVE-2013-0156 and the chains that followed.
  {
    name: /^(?:Gem\.(?:Installer|Requirement|SpecFetcher|Package\.\w+)|ERB|Net\.(?:BufferedIO|WriteAdapter)|ActionController\.\w+)/,
    does: 'starts a chain that runs Ruby code',
  },
  // js-yaml before version 4 builds a function of the text.
  { name: /^js\/function$/, does: 'builds a JavaScript function of the text' },
  { name: /^perl\/code$/, does: 'builds a Perl function of the text' },
  { name: /^php\/object$/, does: 'unserializes a PHP object' },
]

/** What building an object of this class does, undefined where nothing is known against it. */
export function foreignDanger(name: string): string | undefined {
  return GADGETS.find((row) => row.name.test(name))?.does
}
