// The goal before this one was "verify": generated, compiled, tested and packed. Here: whether everything came along.
def project = new File(basedir, 'project/owl-watch')
def files = [
    '.gitignore', '.mvn/wrapper/maven-wrapper.properties', '.owlet/data_model.schema.json', 'README.md', 'data_model.yml',
    'infra/main.tf', 'infra/terraform.tfvars', 'mvnw', 'mvnw.cmd', 'sample/sightings.csv',
    'src/main/java/com/acme/owlwatch/HelloHandler.java', 'target/owl-watch-1.0-SNAPSHOT.jar',
    'target/classes/com/acme/owlwatch/SightingTable.class', 'target/classes/META-INF/owlet/openapi.json',
    'target/classes/META-INF/owlet/model.json', 'target/classes/META-INF/owlet/terraform/storage/main.tf.json',
]
files.each { assert new File(project, it).isFile() : it }

def jar = new java.util.jar.JarFile(new File(project, 'target/owl-watch-1.0-SNAPSHOT.jar'))
assert jar.manifest.mainAttributes.getValue('Main-Class') == 'com.acme.owlwatch.OwlWatch'
assert jar.getEntry('dev/owlet/runtime/app/App.class') != null
assert jar.getEntry('dev/owlet/processor/OwletCompiler.class') == null : 'the processor must not be deployed'

assert new File(project, 'data_model.yml').readLines()[0].startsWith('# yaml-language-server: $schema=./.owlet/')
assert new File(project, 'README.md').text.startsWith('# Owl watch\n')
return true
