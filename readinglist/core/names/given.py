"""A lexicon of given names from many languages, and whether a word is likely one.

The lists hold frequent given names by language area, folded (no case, no accents), written from general knowledge.
They only ever tip a balance: a name that is missing here still reads as a name by its shape.
"""

from __future__ import annotations

import re
from functools import lru_cache

from readinglist.core.text import fold

_ENGLISH = """
aaron abby abigail abraham adam adele adrian agnes aidan alan albert alec alex alexander alexandra alexis alfred alice
alicia alison allan allen allison alvin alyssa amanda amber amelia amos amy andre andrea andrew andy angela angus ann
anna anne annie anthony antonia april archie ariel arnold arthur ashley aubrey audrey august austin ava barbara barry
bart beatrice ben benjamin bernard bernie bert beth bethany betty beverly bill billy blake bob bobby bonnie brad
bradley brady brandon brenda brendan brent brett brian bridget brittany brooke bruce bryan bryce caitlin caleb calvin
cameron camille carl carla carlton carly carol caroline carolyn carter casey catherine cathy cecil cecilia chad
charity charles charlie charlotte chelsea cheryl chester chloe chris christian christie christina christine
christopher chuck claire clara clarence clark claude claudia clayton cliff clifford clifton clint clive clyde cody
cole colin colleen connor corey cory courtney craig curt curtis cynthia cyril daisy dale dan dana daniel daniela
danielle danny darius darrell darren daryl dave david dawn dean deborah debra denis denise dennis denny derek derrick
desmond diana diane dirk dominic don donald donna doris dorothy doug douglas drew duane duncan durk dustin dwight
dylan earl ed eddie edgar edith edmund edward edwin eileen elaine eleanor eli elijah elisabeth elise elizabeth ella
ellen ellie elliot elliott ellis elmer elsa elsie emily emma eric erica erik erika erin ernest ernie esther ethan
ethel eugene eva evan eve evelyn faith felicity felix fiona florence floyd forrest frances francis frank franklin fred
freddie frederick gabriel gabrielle garrett garrison gary gavin gene geoff geoffrey george georgia gerald gerard
gilbert giles gina glen glenn gloria gordon grace graeme graham grant greg gregory greta guy gwen gwendolyn hadley hal
hannah harold harriet harris harrison harry harvey hayden hazel heather hector heidi helen helena henry herbert herman
holly howard hugh hugo hunter ian ida ike imogen ira irene iris isaac isabel isabella ivan ivy jack jackie jackson
jacob jacqueline jade jake james jamie jane janet janice jared jascha jasmine jason jasper jay jayden jean jeanne jeb
jeff jefferson jeffrey jemma jen jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jessie jill jillian
jim jimmy jo joan joanna joanne jocelyn jodie joe joel john johnathan johnny jon jonah jonas jonathan jordan joscha
joseph josephine josh joshua josiah joy joyce juan judith judy julia julian juliana julie juliet june justin kai kara
karen karl kate katharine katherine kathleen kathryn kathy katie kay keith kelly kelsey kelvin ken kendall kendra
kenneth kenny kent kerry kevin kieran kim kimberly kirk kirsten kirsty kit kris kristen kristin kurt kyle lana lance
larry laura lauren laurence lawrence leah lee leila leland len leo leon leonard leroy leslie lester lewis liam lillian
lily linda lindsay lindsey lionel lisa liz lloyd logan lois lorenzo lori lorraine louis louisa louise luca lucas lucy
luke luther lydia lyle lynn mabel mack mackenzie maddie madeleine madison malcolm mandy marc marcus margaret maria
marian marianne marie marilyn mario marion marissa marjorie mark marlon marshall martha martin martina marty marvin
mary mason mathew matilda matt matthew maureen maurice max maxine maxwell may megan melanie melinda melissa melvin
mercedes meredith mia micah michael michaela michele michelle mickey mike mildred miles miranda mitch mitchell molly
monica monique morgan morris moses muriel murray myra myron nadia nancy naomi natalie natasha nate nathan nathaniel
neal ned neil nell nelson neville nicholas nick nicola nicole nigel nina noah noel nolan nora norma norman oliver
olivia ollie oscar otis otto owen paige pamela pat patricia patrick patty paul paula pauline pearl peggy penelope
penny percy perry pete peter phil philip phillip phoebe phyllis pierce piers polly preston priscilla quentin quincy
quinn rachel ralph ramona randall randolph randy raphael ray raymond rebecca reed reginald rex rhonda rhys ricardo
richard rick ricky riley rita rob robbie robert roberta robin rod roderick rodney roger roland ron ronald ronnie rory
rosa rosalind rose rosemary ross rowan roxanne roy ruby rudolph rupert russ russell ruth ryan sabrina sadie sally sam
samantha sammy samson samuel sandra sandy sara sarah sasha saul scott sean sebastian selena seth shana shane shannon
sharon shaun shawn sheila shelby sheldon shelley sheri sherry shirley sidney sierra silas simon sonia sonya sophia
sophie spencer stacey stacy stan stanley stella stephanie stephen sterling steve steven stewart stuart sue summer
susan susanna susannah suzanne sydney sylvia tabitha tamara tammy tanner tanya tara taylor ted teddy terence teresa
terrance terrence terry tess thaddeus theo theodore theresa thomas tiffany tim timothy tina toby todd tom tommy toni
tony tracey tracy travis trent trevor trey trisha tristan troy tucker tyler tyrone ursula valerie vance vanessa vaughn
vera vernon veronica vicki victor victoria vince vincent viola violet virginia vivian wade wallace walt walter wanda
ward warren wayne wendell wendy wes wesley whitney wilbur will willard william willie wilma wilson winston woody wyatt
xavier yvonne zach zachary zack zane zoe
"""

_ROMANCE = """
adina adrien agathe alain alban albane alberto alejandra alejandro alessandra alessandro alessio alexandru alfonso
alfredo alina aline alix aloys alvaro amandine amelie anais anca andrei andres angel angelica angelo antoine anton
antonella antonin antonino antonio ariane armand armando arnaud arturo aude aurelie aurelien aurelio axel baptiste
bartolome bastien beatriz benedetta benedicte benito benoit bernardo bertrand bianca blaise bogdan bruno calin camila
camilla carlo carlos carlotta carmen carole carolina catalin catalina catarina caterina cecile cedric celine cesar
charlene chiara christelle christophe ciprian claudio clemence clement clementine coralie cordelia corentin corina
corinne cornel cosmin costin cristi cristian cristiana cristiano cristina cyprien cyrille dacian damian damiano damien
daniele danilo dario davide delphine denys didier diego dimitri dina domenico dominique donato dragos duarte dumitru
edoardo edouard eduardo elena eliana elias elisa elisabetta elodie eloi eloise emanuela emanuele emeric emil emiliano
emilie emilio emmanuel emmanuelle enrico enrique enzo ernesto esteban estelle etienne eugenio eusebio fabian fabiana
fabien fabio fabrice fabrizio federica federico felipe ferdinando fernanda fernando filipe filippo flavia flavio
florent florian florin franca francesca francesco francisco franck franco francois francoise frederic frederica
gabriela gabriele gabriella gael gaetan gaetano gaspard gaston gautier genevieve georges gerardo germain gheorghe
ghislain giacomo giada gianfranco gianluca gianluigi gianmarco gianni gilles gino giorgia giorgio giovanna giovanni
giulia giuliano giulio giuseppe gonzalo graca gregoire guglielmo guido guilherme guillaume guillem guillermo gustavo
helene heloise henri henrique herve hippolyte horia hortense hubert humberto ignacio ilaria ileana ines ingrid ioana
ion ionel ionut irina isabelle ismael iulia iulian ivo jacopo jacques jaime javier jeremie jesus joachim joana joao
joaquin joelle johan jordi jorge jose josefina josep juana jules julien julieta juliette julio justine karim karina
laetitia lara laure laurent laurentiu lavinia lea leandro leonardo leonor leopold lidia lilian lina livia livio liviu
loic lola lorenza loris luana luc lucia lucian luciana luciano lucie lucien lucile lucio ludovic ludovico luigi luis
luisa luiz madalina mael manon manuel manuela marcel marcella marcello marcelo marco marcos margarida margarita
margaux margherita mariana marianna mariano mariella marin marina marisa marius marta marthe martine massimiliano
massimo mateo mathias mathieu mathilde mathis matteo matthieu maud mauricio maurizio maxence maxime mehdi michel
michela micheline miguel mihaela mihai mikael milena mircea mireille mirella moises montserrat nadege natacha natalia
nathalie nestor nicolae nicolas nicoletta nicolo noe noemie nuno oana octavian octavio odile olga olivier oriana oriol
osvaldo otavio ovidiu pablo paloma paola paolo pascal pascale patrice patricio patrizia paulina paulo pedro pere
perrine petra petru philippe pierre pietro pilar pio priscila radu rafael rafaela raffaele raluca ramon raoul raul
razvan regis remi remy renata renato renaud rene renzo riccardo roberto rocco rodolfo rodolphe rodrigo rogerio romain
roman romeo romina romuald ronan roque rosario roxana ruben rui sabina sabine salvador salvatore sandrine santiago
sebastiano sebastien selma serena serge sergi sergio severine silvia silvio simona simone sofia solene sorin stefan
stefania stefano stephane sylvain sylvestre sylvie tatiana telmo teodor thais theophane theophile thibaud thibaut
thierry tiago tiberiu timo timothee titouan tobias tomas tommaso traian tudor ugo umberto valentin valentina valerio
valeriu vasco vasile veronique vicenc vicente victoire vincenzo virginie vitor vittorio viviana vlad xavi ximena yanis
yann yannick yannis yoann yohan yolanda yves yvette yvon
"""

_GERMANIC = """
aad aake aaldert aapo aart achim adelheid adriaan agust aino aki aksel albin albrecht aleksi alf alva alwin anders
andreas ane anette angelika anita anja anke anneke annelie annette annika anniken anouk anssi antje antti arend ari
arie arjan arjen armin arne arno arto arvi arvid ase asgeir asger aslak asta astrid atle baard balazs bas bastiaan
bastian beate benedikt bengt benno berit bernd bernhard bettina birger birgit birgitta birte bjarke bjarne bjarni
bjorn bo bodo borge boris bram brecht brigitte britta brynjar burkhard carina carola carsten casper cees christa
christer christiane christof christoph claes claus coen constantin cor cornelia cornelius daan dag dagmar detlef dick
diederik dierk dieter dietmar dietrich dieuwke dorothea ebba eberhard eckhard edvard eelco eero egbert egil egon eija
einar eirik elin elina elke elmar elske erich erkki erlend erling ernst erwin esa espen evald evert evi ewald ewout
falk femke ferdinand ferenc filip finn floris frans franz franziska frauke frederik frederike fredrik freek frida
friedemann friederike friedhelm friedrich fritz frode gabi geert geir georg gerd gerda gerhard gero gerrit gert gijs
gijsbert gisela goran gosta gottfried greger gregor gudmund gudrun gunhild gunilla gunnar gunter gunther gustaf gustav
guus haakon hado hafsteinn hakan hakon halvard hanna hanne hannes hanno hannu hans hansjorg harald harm harri hartmut
hauke hedvig heidrun heike heikki heiko hein heiner heinrich heinz helga helge heli helmut helmuth hendrik henk
henning henrik henrike hermann hilde hinrich hjalmar hlynur holger horst huub ilkka ilmari ilse ina inga inge ingeborg
ingemar inger ingo ingvar irmgard isabell ivar jaakko jaap jacco jakob jan jana janek jani janina janneke jannik jari
jarkko jarl jarmo jaron jef jens jeroen jesper joakim jochen joep joeri johann johanna johannes jolanda joost jorg
jorgen joris jorn jos josef jouni juha juhana juhani jukka juliane jurgen jurriaan jussi jutta kaare kaisa kaj kalle
karel kari karin karla karlheinz karola karsten kaspar katarina katharina kathrin katja katri katrien katrin kees
kerstin kilian kimmo kirsi kjell kjersti klaas klas klaus knut koen konrad konstantin kristian kristina kristjan
kristof kristoffer kyunghyun lars lasse laurens lauri leena leif lena lennart leonhard leonie lieke lieve lieven liisa
linnea lisbeth lodewijk lone lorenz lothar lotta lotte lovisa ludger ludwig lukas lutz luuk maarten machiel magdalena
magne magnus maike maja malin malte manfred mareike maren margareta margarete margit margret mari mariann marieke
marijn marja marjan marjo markku marko markus marleen marlene marlies marten martti mats matthaus matthias matti
mattias mauri maximilian meike menno mette michiel mieke mika mikkel mikko minna mirjam mirko mogens monika moritz
morten nadine nadja nanna nico niek niels nienke nikita niklas nikola nikolas nikolaus nils norbert noud odd oddvar
ola olaf olafur olav ole olle olli olof onno ortwin oskar oswald otmar outi oyvind paavo paivi palle par pasi patrik
paulus peder peer pekka pelle pentti pepijn per pernilla petri petter petteri philipp pia pieter pirjo poul quinten
ragnar raimo raimund rainer ralf rasmus rebekka regina regine reijo reiner reinhard reinhold reinier remco renate rens
rianne rik risto roar robbert roel roeland rolf roos rudiger rudolf rune rutger ruud saara sakari sami samuli sander
sanna sari sascha saskia satu seppo severin siegfried sietse signe sigrid sigurd sigurdur sigve silke simen simo sina
sindre siri sirpa sissel sjoerd snorri sofie solveig sonja soren steen stef stefanie steffen stein sten stephan stig
stijn sture sune susanne svante svein sven svend svenja swantje synnove taco taina tanja tapani tapio teemu terje tero
teun teunis tharald thea theodor thijs thilo thor thorbjorn thorsteinn thorsten tiina tijl tijmen tijs till tilman
tilmann tine toivo tomi tommi ton topi tor torben torbjorn tord tore torgeir torgny toril torkel torstein torsten
torunn trine troels trond trygve tuomas tuomo tuula tuva twan udo ulf ulla ulrich ulrik ulrika ulrike uno urs uta ute
uwe vaino veerle vegard veikko veli verena veronika vesa vidar viggo viktor viktoria vilde ville virpi volker volkmar
waltraud wencke werner wessel wiebe wietse wilfried wilhelm willem willemijn willi willy wim wolf wolfgang wolfram
wouter yngve yoeri
"""

_SLAVIC = """
aavo agnieszka agota ain aivars akos aleksandar aleksander aleksandr aleksandra aleksei aleksey alena ales alexandr
alexandros alexei alexey alisa alla almos ana anastasia anastasiia anastasios anastasiya anatol anatole anatoli
anatolii anatoly andras andrej andreja andrey andrii andris andriy andrzej angeliki aniko antal antonina antonios aris
aristides aristidis arkadi arkadiusz arkady aron arpad arseni arsenii arseny artem artjom artur artyom arvydas asen
athanasios attila balint barna bartlomiej bartosz beata bela bence bernadett blaz blazej bogumil bohdan bojan boleslaw
borislav borut bozena branimir branislav branko bronislaw cezary chara charalampos christos constantine constantinos
costas csaba czeslaw dalibor damir damjan danai daniil danil danila darina dariusz darko darya dasa davor dejan
demetri demetrios denes desislava despina dima dimitar dimitra dimitrije dimitrios dimitris dimitry dinko dionysis
dmitri dmitrii dmitriy dmitry dobrica dominik dora dorota dragan dragomir drazen dubravka dusan dzmitry edit edyta
efstathios efstratios egle egor eirini ekaterina eleftherios eleni elizaveta elzbieta emilia emmanouil eniko erzsebet
eszter eugeniusz evangelia evangelos evgeni evgenii evgenij evgeniy evgeny ewa fanni fedor fotini fotios franjo
frantisek gabor galina gaspar gennadi gennady genrikh georgi georgios georgy gerasimos gergely gergo giannis giedrius
gintaras gleb gordan grigorii grigorios grigoris grigory grzegorz guntis gyorgy gyula halina hana haralambos haris
henryk hristo hynek iason igor ihor ildiko ilia ilias ilija ilya ilze imre indrek inese inna ioanna ioannis ireneusz
iryna istvan iva ivana ivanka ivett ivica izabela jaak jaan jacek jadranka jadwiga jakub janez janos janusz jarek
jarmila jaromir jaroslav jaroslaw jelena jerzy jindrich jiri josip jovan jovana jozef jozsef judit julius juliusz jure
jurgis jurij juris justyna kaarel kadri kalman kamil karlis karol karolina karoly kata katalin katarzyna katerina
kazimierz kestutis kirill klara kleanthis klim konstantina konstantinos kornel kornelia kostas krasimir kristijan
krisztian krisztina krystian krystyna krzysztof ksenia kseniia kuba kyriakos lada lajos larisa laszlo lazaros lech
leho leonid leonidas leszek lev levente liga liliya lilla linas liudmila lorand loukas lubomir lubos lucjan lucyna
ludmila ludvik luka lukasz lyudmila maarja maciej makar maksim maksym malgorzata manolis mantas marcin marek marija
marijana marika mariola maris mariusz mariya mart marton martyna maryna mate matej mateusz matija matjaz matus matvei
matvey matyas maxim meelis michail michal michalis mihail mihailo mihaly mikhail miklos mikolaj mikulas mila milan
milica milos miloslav milosz miloš minas mindaugas mira miran mirela mirjana miro miron miroslav miroslaw mladen
mojmir nada nadezhda nandor nataliia nataliya natalya natasa nebojsa nektarios nenad nevena nika nikolai nikolaj
nikolaos nikolay nikos noemi normunds odon odysseas oksana oldrich oleg oleh oleksandr oleksii oleksiy olena ondrej
orest orestis orsolya ostap pal panagiota panagiotis panos paraskevi paulius pavel pavlo pavlos pawel pericles petar
peteris petr petro petros petya phokion piotr plamen platon polina predrag priit primoz przemyslaw radek radim radko
radomir radoslav radoslaw radovan rafal raivis rastislav rein reka rimantas rokas rostislav ruslan ryszard samo sandor
sasa saulius semen semyon sergei sergej sergey sergii serhii serhiy siim simeon sinisa slavko slawomir slobodan
snezana sotirios sotiris spiros spyridon spyros stamatis stanislav stanislaw stathis stavros stefanos stelios stepan
stoyan stratos stylianos sulev svetlana svetoslav sviatoslav svyatoslav sylwia szabolcs szilard szymon tadas tadej
tadeusz takis tamas tanel taras tatjana tatyana tetiana thanasis thanos themis theodora theodoros tibor tihomir tiit
timofei timofey timur todor tomasz tomaz tomislav toomas tsvetan tunde uldis ulyana urmas uros urszula vaclav vadim
vadym vaggelis vaidas valentyn valeri valeria valerii valeriy valery varvara vasil vasileios vasilii vasiliki vasilios
vasilis vasiliy vasily vassilis vasyl vedran velimir veselin vesna viacheslav viktoriya vilmos vincas vit vitalii
vitaliy vitaly vitezslav vlada vladan vladimir vladislav vladlen vlado vojislav vojtech volha volodymyr vsevolod vuk
vyacheslav vytautas waldemar wieslaw wiktor wiktoria witold wladyslaw wlodzimierz wojciech xenofon yakov yan yana
yaroslav yaroslava yauhen yegor yelena yevgen yevgeni yevgeny yiannis yorgos yulia yuliia yuliya yuri yurii yuriy yury
zbigniew zbynek zdenek zdenka zdzislaw zeljko zhanna zita zlatko zofia zoi zoltan zoran zsofia zsolt zsuzsanna zuzana
zydrunas zygmunt
"""

_ASIAN = """
aadit aaliyah aarav aarti aayush abbas abdallah abdel abdelkader abdelrahman abderrahmane abdul abdulaziz abdullah
abdulrahman abebe abed abena abhay abhijeet abhijit abhimanyu abhinav abhishek abiodun abiola abolfazl abu adarsh ade
adebayo adel ademola adeola adewale adil aditi aditya adnan afshin agung aharon ahmad ahmed ahmet ai aidar aigerim
aishwarya ajay aji ajit akanksha akash akbar akhil akin akosua akram akshat akshay akshita akwasi alaa ali alireza
almas alok alon alper ama amadou amal aman amar amara amin amina aminata amine amir amira amirali amirhossein amit
amita amitabh amjad ammar amnon amol amr amrita anand ananth ananya anas anat anh aniket anil anirban aniruddha
anirudh anis anish anjali anjan ankit ankita ankur anmol anoop anshul anshuman anubhav anuj anup anupam anupama anurag
anusha anwar apoorv apoorva aram arash aravind archana ardavan arief arijit arik arindam arjun arka arman armen arnab
arnav arnon arpan arpit arsalan artavazd arti arul arun aruna arunkumar arvind aryan aryo asad asaf asha ashish ashkan
ashok ashot ashraf ashutosh ashwin ashwini asif asma assaf atefeh atul avi aviad avinash avinatan aviral avishai
avital aviv avraham aybuke ayelet ayesha ayman ayo ayodele ayse aysegul ayush azadeh aziz babak babatunde badr bahar
bahareh bahman bakyt balaji balaraman balasubramanian bambang barak baris baruch bassam behnam behrang behrooz behrouz
bekir benny berk bharat bharath bhaskar bhavesh bhavya bhuvan bikash bilal bimal binh biplab boaz bongani boubacar
brijesh budi bukola burak burcu caglar can cem cengiz cenk chaim chaitanya chandan chandra chandrashekhar charu chawin
chayut cheikh chen chetan chi chidera chidi chien chijioke chika chimamanda chinedu chinh chinmay chinua chioma chirag
chiranjib chukwu chukwuemeka cihan cuong dafna dalal daniyar daphna daphne dara dat dauren davit davood dawit daya
debasish debdeep deep deepa deepak deepika deepti deniz dev devansh devendra devi dewi dhananjay dharmendra dhruv
dhruva diep dilip dinesh dinh dipankar dipti divya dong dor dorit doron dorsa dov dror duc dudu dung durga dushyant
duy ebele ebru ebuka edo efrat ehsan ehud ekin ekrem elad elazar elham eliezer elif eliran elisha elnaz emad emeka
emine emir emrah emre enes engin enoch eran erdem eren erez erfan ersin esra eyal eylon fadi fahad fahim faisal faiz
farah faraz fares farhad farid farnaz farshad farzad farzan farzaneh fatemeh fatih fatima fatma fatou femi ferdi
fereshteh feyza fikile firas folake folasade fouad funmi furkan gadi gagan gal galit ganesh gaurav gautam gayatri
geeta gevorg ghada ghassan gil gilad gili giorgi girish gokhan gokul gopal gopi govind gozde gulcin guler gurpreet
gyan ha hadar hadas hadi hagai haggai hai haim haitham hala haleh halil hamed hamid hamidreza hamza hamzeh hanan hang
hanh hani hanieh hardik hari harini harish harsh harsha harshit harshita hasan haseeb hassan hatem hatice haydar heba
hema hemant hicham hien hieu hila himanshu hisham hitesh hoa hoai hoang hod hoda homa hong hooman hossam hossein houda
hovhannes hrant hue hung huong husam huseyin hussain hussein huy ibrahim ibrahima idan iddo idit ido idris ifeanyi
ifeoma ijeoma ikechukwu ilan ilyas imad iman imran inan inbal inbar indira indranil irakli irem irit isha ishaan ishan
ishaq ishita ismail ismet issam itai itamar itay itzhak itzik jabari jaber jafar jagdish jai jalal jamal jamil jamila
janardhan jatin javad jaya jayant jayanta jayanth jayesh jignesh jitendra jyoti jyotsna kaan kagiso kailash kamal
kamran kanchan kapil karan kareem karima karthik karthikeyan kartik kasra kaushik kaveh kavita kavitha kazem kemal
kenechukwu kerem keren keshav ketan khadija khai khaled khalid khalil khang khanh khoa khoi kiarash kien kiran kirti
kishore kofi kojo komal koushik krishna krishnan krishnendu krunal kshitij kunal kwabena kwaku kwame kwasi kwesi laila
lakshmi lalit lamia lan lavanya lerato levan levent leyla lihi linh lior liran liron loc lokesh long lungile maayan
madan madhav madhavan madhu madhur maha mahdi maher mahesh mahmood mahmoud mahmut mahnaz mahsa mahtab mai mainak majid
malek malik mamadou man manan manas manasa mandar mandla manish manisha manjunath manmohan manoj mansour marwa marwan
maryam masoud masoumeh maya mayank mayur mazen mazyar meena meenakshi meera megha mehmet mehrdad mehrtash mehryar meir
meirav melih melis meltem menachem mert meryem mete mfon mihir milad milind mina minh minoo mithun mitra moein mohamad
mohamed mohammad mohammadreza mohammed mohan mohini mohit mohsen mojtaba mona mor moran morteza moshe mostafa motti
mounir mourad moustapha mridul mrinal mugdha muhammad muhammed muhannad mukesh mukhtar mukund mulugeta munir murali
murat murthy musa mustafa my nabil nadav nadeem nader nadir naeem nafise nafiseh naftali nagarajan nagendra naghmeh
nahid nahum naila naim najib nam naman namrata nana nandan nandini narayan narayanan nare narek naren narendra naresh
narges nariman naser nasim nasir nasrin nattapon natthawut naveen navid navin nazanin neda neel neeraj neeta negar
neha nermin nga ngan nghia ngoc ngozi nguyen nhan nhat nhi nhu nidhi nihar niharika nikhil nilesh niloofar nima
nimisha nino nir nira niranjan nirmal nisha nishant nishanth nitesh nitin nitish niv nivedita niyati nizar nkechi
nkosana nnamdi noa noam noor nour noura nurettin nurlan obinna oded odunayo ofer ofir ofra olabode olamide olanrewaju
olu olufemi oluseun oluwadamilola oluwaseun oluwaseyi om omar omer omid omkar omri onur opeyemi or oran oren orhan ori
orit orly osama osman otar ousmane oz ozan ozge ozgur padma pallavi pankaj parag parham parikshit parisa parmida parth
partha parthasarathy pavan pavithra pawan payam pegah peyman phong phu phuc phuoc phuong pinaki piyush pong pooja
poorna pooya pouria pouya prabal prabhakar prabhat prabhu pradeep praful prajit prakash prakhar pramod pranav pranay
pranjal prasad prasanna prasenjit prashant prashanth prateek pratik pratyush praveen preeti preetum prem priya
priyanka puneet punit purnima pushkar pushmeet pushpak qasim quan quang quoc quyen quynh raanan rabia rachid rachit
radha radhika radwa rafiq raghav raghavendra raghu raghuram rahmat rahul raj raja rajan rajarshi rajat rajeev rajendra
rajesh rajiv raju rakesh ram rama ramakrishna raman ramani ramesh rameshwar rami ramin ramy ran rana rania ranjan
ranjit ranjitha rasha rashid rashmi rasool ravi ravindra rayan raz raza razieh recep reem rekha renu reut reza riad
rishabh rishav rishi ritesh rithesh ritika ritu ritwik rizal rohan rohin rohini rohit roi ronen ronit ronny roozbeh
roshan rotem roya ruchi ruchir ruhollah rupesh saad sabah sachin sadegh saeed saeid safa safwan sagar sagi sagie sahar
sahil sai said saif saleh salim salma saman samaneh samar samarth sameer sameh samer samia samir samira samrat samy
sana sandeep sandip sang sanjay sanjeev sanjiv sanjoy sanket santanu santosh sarath sarita sarthak sashank sathish
satish satyajit satyen satyendra saurabh saurav sayan sayantan sayed schlomo seema segun selim sello sepehr sepideh
serdar serkan seyed seyyed shaban shadi shahab shahar shahin shahram shahriar shai shailesh shaked shalini shamik
shamsuddeen shankar shantanu sharad sharath sharif sharzad shashank shashi shaul shay sheetal sheida sherif shie
shikha shilpa shima shimon shira shiri shirin shirish shiv shiva shivam shivani shlomi shlomo shmuel shobha shraddha
shrey shreya shreyas shreyash shri shrikanth shruti shubham shubhangi shubhi shuvendu shweta shyam siamak siavash
siddhant siddharth siddhartha siddhesh simba sinan sipho sivan smita sneha snehal soham sohan soheil sohini sohrab
solomon somak somchai somesh somsak son sonal sonali soroush soumen soumith soumya soumyadeep sourabh sourav souvik
sowmya sridhar srikanth srikar srinath srini srinivas srinivasan sriram srivatsan subbarao subha subhabrata subhajit
subhash subhashini subramanian sudarshan sudeep sudha sudhakar sudhir sudip sugato suhas sujay sujit sujoy sukhdeep
suleyman suman sumaya sumit sumith sunil sunita supachai suraj surajit surbhi suresh surya suryansh sushant susheel
sushil sushma suthat suvrit swami swapnil swarna swati syamantak syed tadesse taha tahir tai tal talal tali talya tam
tamar tamer tamir tan tanay tanmay tanmoy tanuja tanvi tapas tarek tariku tariq tarun tawfiq tayfun tayyab tejas
tendai tesfaye thabo thai thana thang thanh thao themba thi thien thinh thiru thu thuan thuc thuong thuy tien tigist
tigran timnit tin toan tolga tomer tosin tran trang trapit tri trinh trong truc trung truong tsachy tsegaye tu tuan
tuba tugba tung turgay tushar tuyen tuyet tzvi uche uchenna uday udi ufuk ugur ujjwal uma umair umang umar umesh umit
umut upendra uri uriel urvashi usama usman utkarsh uttam vahe vahid vaibhav vaishak vaishali vaishnavi van vandana
vardan varsha varun vasudev vasudha vedant venkat venkata venkatesh venkatraman vered vibhav vidhi vidit vidya viet
vihan vijay vijaya vikas vikash vikram vikrant vimal vinay vineet vineeth vinh vinod vinu vipin vipul virat virendra
vishal vishnu vishrav vishva vishwa vishwajeet vivek volkan vu vuong wael wafa wale waleed walid waqar wasim wichai
xuan yaa yaakov yael yahya yair yakir yalda yaman yaniv yara yared yaron yasaman yasemin yaser yash yashas yashaswini
yashwant yasin yasir yasmin yasmine yassine yavuz yazan yehuda yemi yen yerlan yinka yinon yishay yitzhak yoad yoav
yochai yoel yogesh yonatan yoni yossi yotam younes youness yousef youssef yunus yusuf yuval yuvraj zafer zahra zaid
zain zainab zakaria zaki zanele zeeshan zeinab zeynep zia ziad ziv zohar zohreh zola zubin zurab zvi
"""

_EAST_ASIAN = """
aiko aimi akari akemi akihiko akihiro akiko akinori akio akira akito akiyoshi asako asami asuka atsuko atsushi aya
ayaka ayako ayumi chiaki chie chihiro chikako chisato daichi daigo daiki daisuke eiichi eiji eiko eri fumiaki fumihiko
fumiko fumio fumito fumiya genki genta goro haruhiko haruka haruki haruko haruo haruto hayato hideaki hidekata
hidekazu hideki hideo hideto hideyuki hikaru hiro hiroaki hirofumi hirohiko hirokazu hiroki hiroko hiromi hironobu
hironori hiroshi hirotaka hiroto hiroyasu hiroyuki hisashi hitomi hitoshi ichiro ikuko ikuro issei itsuki izumi jin
jiro jun junichi junji junko junpei junya kaito kana kanako kanta kaori kaoru katsuhiko katsuhito katsuki katsumi
katsuya kazuaki kazuhiko kazuhiro kazuhisa kazuki kazuko kazuma kazunori kazuo kazushi kazuto kazuya kazuyoshi
kazuyuki kei keigo keiichi keiji keiko keisuke keita kengo kenichi kenichiro kenji kenjiro kenshi kensuke kenta
kentaro kento kiyoshi kohei koichi koichiro koji kosuke kota kotaro kouhei kouichi koya kumiko kunihiko kyo kyohei
kyoko maki makiko makoto mamoru mana manabu mariko masaaki masafumi masahide masahiko masahiro masahito masakazu
masaki masako masami masanao masanobu masanori masao masaru masashi masataka masato masatoshi masaya masayoshi
masayuki masumi mayu mayuko mayumi megumi mei michiko michio midori miho miki mikiko mikio minako minoru mitsuhiro
mitsuko mitsuo mitsuru miwa miyuki mizuki momoko motoharu motoki motoko nanako nao naoaki naofumi naohiro naoki naoko
naotaka naoto naoya natsuki natsuko natsumi nobuaki nobuhiko nobuhiro nobuko nobuo nobuyuki norihiro noriko norio
noriyuki osamu rei reiko reina ren rie rieko rika riku rin risa ryo ryoichi ryoji ryoko ryoma ryosuke ryota ryotaro
ryu ryuhei ryuichi ryuji ryunosuke ryusuke ryuta ryutaro sachiko saeko saki sakura satoko satoru satoshi sayaka sayuri
seiichi seiji seiko seishi seiya shigeki shigeo shigeru shigeyuki shihori shin shinichi shinji shinjiro shinnosuke
shino shinobu shinpei shinsuke shintaro shinya shiori shiro shizuka sho shogo shohei shoichi shoji shota shotaro shou
shu shuhei shuichi shuji shun shungo shunichi shunji shunsuke shunta shusuke shuta soichiro sosuke sota sumiko susumu
tadashi taichi taiji taiki taishi taisuke taka takaaki takafumi takahiko takahiro takahisa takako takamitsu takanori
takao takashi takato takaya takayoshi takayuki takefumi takehiko takehiro takeo takeru takeshi taketo takeya takuji
takuma takumi takuo takuro takuto takuya taro tatsuhiko tatsunori tatsuo tatsuro tatsuya teppei teruo tetsuji
tetsunori tetsuo tetsuro tetsuya tohru tomoaki tomofumi tomohiko tomohiro tomoki tomoko tomomi tomonori tomoya
tomoyuki toru toshiaki toshihiko toshihiro toshiki toshiko toshio toshiyuki toyohiko tsubasa tsutomu tsuyoshi umeko
wataru yasuhiko yasuhiro yasuhito yasuko yasunori yasuo yasushi yasutaka yasuyuki yohei yoichi yoichiro yoko yoshiaki
yoshifumi yoshihiko yoshihiro yoshihisa yoshiki yoshiko yoshinobu yoshinori yoshio yoshitaka yoshito yoshiyuki yosuke
yota yu yudai yui yuichi yuichiro yuji yuka yukari yuki yukie yukihiro yukiko yukino yukio yuko yuma yumi yumiko
yurika yuriko yusaku yusei yushi yusuke yuta yutaka yutaro yuto yuu yuya
"""

_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|a|e|i|o|u|v)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['-]?{_SYLLABLE})?$")
# The morphemes of Revised and customary romanisations of Korean given names.
_KOREAN_PART = (
    "(?:ah|ae|bae|beom|bin|bo|bok|bong|byeong|byoung|byung|chae|chan|chang|cheol|chul|da|dae|deok|do|dong|eun|gi|geon|gon|"
    "gu|guk|gun|gyu|ha|hae|han|haeng|hee|heon|ho|hoon|hui|hun|hwa|hwan|hyang|hye|hyeok|hyeon|hyo|hyoung|hyuk|hyun|hyung|il|"
    "in|ja|jae|jang|je|jeong|jeongh|ji|jin|jong|joo|joon|joong|ju|jun|jung|kang|keun|ki|kon|koo|kook|kwan|kwang|kyeong|kyo|"
    "kyoung|kyu|kyun|kyung|man|mi|min|mo|moo|moon|mu|myeong|myoung|myung|na|nam|o|ok|rae|rim|ro|ryong|sae|sam|sang|se|seo|"
    "seok|seol|seon|seong|seoung|seung|shik|shin|si|sik|so|sol|song|soo|soon|su|suk|sun|sung|tae|taek|uk|ung|wan|whan|wol|"
    "won|woo|wook|woon|woong|ye|yeol|yeon|yeong|yi|yo|yong|yoo|yoon|you|young|yu|yul|yun)"
)
_KOREAN = re.compile(rf"{_KOREAN_PART}[ -]?{_KOREAN_PART}$")
_KANA = r"(?:(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwjf])?(?:ai|ei|ou|oh|uu|a|i|u|e|o)n?)"
_JAPANESE = re.compile(rf"{_KANA}{{2,5}}$")


@lru_cache(maxsize=1)
def lexicon() -> frozenset[str]:
    """Return the folded given names known here."""
    return frozenset(fold(" ".join((_ENGLISH, _ROMANCE, _GERMANIC, _SLAVIC, _ASIAN, _EAST_ASIAN))).split())


@lru_cache(maxsize=8192)
def likelihood(word: str) -> float:
    """Return how likely a single word is a given name: 1 for a known one, 0.6 for a romanised syllable pattern, else 0.

    Hyphenated names ("Jean-Baptiste", "Min-hwan") count by their likeliest part.
    """
    folded = fold(word).strip("'’.")
    if folded in lexicon():
        return 1.0
    if "-" in folded:
        return _hyphenated([part for part in folded.split("-") if part])
    if len(folded) >= 2 and (_PINYIN.match(folded) or _KOREAN.match(folded)):
        return 0.6
    return 0.5 if len(folded) >= 4 and _JAPANESE.match(folded) else 0.0


def _hyphenated(parts: list[str]) -> float:
    if all(_KOREAN.match(part) or _PINYIN.match(part) or re.fullmatch(_KOREAN_PART, part) for part in parts):
        return 0.8
    return max((likelihood(part) for part in parts), default=0.0) * 0.8
