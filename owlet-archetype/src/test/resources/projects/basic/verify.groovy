// The goal before this one was "verify": generated, compiled, tested and packed. Here: whether everything came along.
def project = new File(basedir, 'project/owl-watch')
def files = [
    '.gitignore', '.mvn/wrapper/maven-wrapper.properties', '.owlet/data_model.schema.json', 'README.md', 'data_model.yml',
    'infra/main.tf', 'infra/outputs.tf', 'infra/terraform.tfvars', 'infra/variables.tf', 'mvnw', 'mvnw.cmd', 'sample/sightings.csv',
    'src/main/java/com/acme/owlwatch/HelloHandler.java', 'target/owl-watch-1.0-SNAPSHOT.jar',
    'target/classes/com/acme/owlwatch/SightingTable.class', 'target/classes/META-INF/owlet/openapi.json',
    'target/classes/META-INF/owlet/model.json', 'target/classes/META-INF/owlet/terraform/storage/main.tf.json',
    'target/classes/META-INF/owlet/terraform/catalog/model.json', 'target/classes/META-INF/owlet/terraform/site/pages.js',
    'ui/.gitignore', 'ui/.npmrc', 'ui/index.html', 'ui/package.json', 'ui/package-lock.json', 'ui/src/main.tsx',
]
files.each { assert new File(project, it).isFile() : it }

def jarFile = new File(project, 'target/owl-watch-1.0-SNAPSHOT.jar')
def jar = new java.util.jar.JarFile(jarFile)
assert jar.manifest.mainAttributes.getValue('Main-Class') == 'com.acme.owlwatch.OwlWatch'
assert jar.getEntry('dev/owlet/runtime/app/App.class') != null
assert jar.getEntry('dev/owlet/processor/OwletCompiler.class') == null : 'the processor must not be deployed'

// The web app that is served is the one whose source lies in ui/.
assert ['index.html', 'source.sha256'].every { jar.getEntry("META-INF/owlet/ui/$it") != null } || System.getProperty('owlet.ui.skip') == 'true'
assert !new File(project, 'ui/node_modules').exists() && !new File(project, 'ui/dist').exists()

// What is deployed, by part, in millions of bytes: a function that wakes pays for what it carries.
def parts = [
    'software/': 'AWS SDK', 'io/delta/': 'Delta kernel', 'org/roaringbitmap/': 'Delta kernel', 'org/apache/': 'Parquet',
    'shaded/parquet/': 'Parquet', 'org/locationtech/': 'Parquet', 'org/xerial/': 'Snappy', 'com/fasterxml/': 'Jackson',
    'com/nimbusds/': 'Nimbus', 'dev/owlet/': 'Owlet', 'com/acme/': 'the project', 'META-INF/owlet/ui/': 'the web app', 'META-INF/owlet/': 'the project',
]
def zipped = [:].withDefault { 0L }
def unzipped = [:].withDefault { 0L }
jar.entries().findAll { !it.directory }.each { entry ->
    def part = parts.find { entry.name.startsWith(it.key) }?.value ?: 'the rest'
    zipped[part] += entry.compressedSize
    unzipped[part] += entry.size
}
println String.format('%-14s %7s %9s', 'in the jar', 'zipped', 'unzipped')
unzipped.sort { -it.value }.each { part, size ->
    println String.format(Locale.ROOT, '%-14s %7.2f %9.2f', part, zipped[part] / 1e6, size / 1e6)
}
println String.format(Locale.ROOT, '%-14s %7.2f %9.2f', 'all', jarFile.length() / 1e6, unzipped.values().sum() / 1e6)
assert jarFile.length() <= 30_000_000 : 'the jar is heavier than its budget'
assert unzipped.values().sum() <= 80_000_000 : 'the jar unzipped is heavier than its budget'
['io/netty/', 'org/apache/http/', 'org/apache/hc/', 'scala/', 'org/apache/hadoop/hdfs/'].each { heavy ->
    assert jar.entries().every { !it.name.startsWith(heavy) } : heavy
}

assert new File(project, 'data_model.yml').readLines()[0].startsWith('# yaml-language-server: $schema=./.owlet/')
assert new File(project, 'README.md').text.startsWith('# Owl watch\n')
return true
